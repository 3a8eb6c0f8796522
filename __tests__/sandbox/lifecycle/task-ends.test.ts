/** Tasks that end in the middle of a deployment: ECS starts others, and CodeDeploy waits where it waits for them. */
import { ContinueDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { StopTaskCommand } from '@aws-sdk/client-ecs';
import { afterEach, describe, expect, test } from '@jest/globals';

import { killTask } from '../../../sandbox/ecs/kill-task.ts';
import { type Deployment, type Phase } from '../../../sandbox/world/codedeploy.ts';
import { type Task, type TaskSet } from '../../../sandbox/world/ecs.ts';
import { responders, type Responders } from './responders.ts';

const LINEAR = 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes';

let rig: Responders;
afterEach(() => rig.close());

async function putUp(): Promise<Responders> {
  const options = { desiredCount: 3, deploymentConfig: LINEAR, readyWaitMinutes: 30, terminationWaitMinutes: 5 };
  rig = await responders(options, { eventMs: 3_000, drainMs: 10_000 });
  return rig;
}

const ends = {
  async stopped({ clients, stack }: Responders, task: Task) {
    await clients.ecs.send(new StopTaskCommand({ cluster: stack.cluster, task: task.arn }));
    expect(task).toMatchObject({ stopCode: 'UserInitiated', status: 'DEACTIVATING' });
  },
  killed({ sandbox }: Responders, task: Task) {
    expect(killTask(sandbox, task.arn)).toBe(true);
    expect(task).toMatchObject({ stopCode: 'EssentialContainerExited', status: 'STOPPED' });
    return Promise.resolve();
  },
} as const;

type End = keyof typeof ends;
type Color = 'blue' | 'green';

const setOf = ({ service }: Responders, deployment: Deployment, color: Color): TaskSet | undefined =>
  service.taskSets.find(({ id }) => id === deployment[color] || (color === 'blue' && deployment.blue === null));

const healthy = (of: Responders, taskSet: TaskSet | undefined): number =>
  of.tasks(taskSet).filter((task) => task.healthy).length;

async function goOn(of: Responders, deployment: Deployment): Promise<void> {
  await of.until(deployment, 'ReadyWait');
  await of.clients.codedeploy.send(new ContinueDeploymentCommand({ deploymentId: deployment.id }));
}

async function toPhase(of: Responders, deployment: Deployment, phase: Phase): Promise<void> {
  const later: readonly Phase[] = [
    'BeforeAllowTraffic',
    'AllowTraffic',
    'AfterAllowTraffic',
    'TerminationWait',
    'RemoveBlue',
  ];
  if (later.includes(phase)) await goOn(of, deployment);
  await of.until(deployment, phase);
}

/** Runs until the set has all its tasks again. */
async function whole(of: Responders, taskSet: TaskSet | undefined): Promise<void> {
  for (let steps = 0; healthy(of, taskSet) < 3; steps += 1) {
    if (steps > 300) throw new Error(`The task set ${String(taskSet?.id)} does not come back.`);
    await of.clock.advanceThrough(500);
  }
}

const cases = (['BeforeInstall', 'Install'] as const).map((phase): [Phase, Color] => [phase, 'blue']);
for (const color of ['blue', 'green'] as const) {
  for (const phase of [
    'AfterInstall',
    'AllowTestTraffic',
    'AfterAllowTestTraffic',
    'ReadyWait',
    'BeforeAllowTraffic',
    'AllowTraffic',
    'AfterAllowTraffic',
    'TerminationWait',
  ] as const) {
    cases.push([phase, color]);
  }
}

describe.each<End>(['stopped', 'killed'])('a task that is %s', (end) => {
  test.each([...cases, ['RemoveBlue', 'green'] as const])(
    'in %s, of %s, is replaced; the deployment goes on',
    async (phase, color) => {
      const of = await putUp();
      const deployment = await of.deploy('shop/web:v2');
      await toPhase(of, deployment, phase);
      const taskSet = setOf(of, deployment, color);
      const [task] = of.tasks(taskSet);
      expect([healthy(of, taskSet), task?.status]).toEqual([3, 'RUNNING']);
      if (task) await ends[end](of, task);
      expect([deployment.phase, healthy(of, taskSet), taskSet?.stability]).toEqual([phase, 2, 'STABILIZING']);
      await whole(of, taskSet);
      expect(taskSet?.stability).toBe('STEADY_STATE');
      await finish(of, deployment);
      expect([deployment.status, deployment.error]).toEqual(['Succeeded', null]);
      expect([of.service.taskSets.length, healthy(of, of.green(deployment))]).toEqual([1, 3]);
    },
  );

  test('in Install, of green, is waited for', async () => {
    const of = await putUp();
    const deployment = await of.deploy('shop/web:v2');
    await of.until(deployment, 'Install');
    await of.clock.advanceThrough(4_000);
    const green = of.green(deployment);
    const [task] = of.tasks(green);
    expect([deployment.phase, task?.status, healthy(of, green)]).toEqual(['Install', 'RUNNING', 0]);
    if (task) await ends[end](of, task);
    const endedAt = of.clock.now();
    await of.until(deployment, 'AfterInstall');
    // Another has to start, 3 s, and to be checked, 5 s after that; one that crashed is started 10 s later.
    expect(of.clock.now() - endedAt).toBeGreaterThanOrEqual(end === 'killed' ? 18_000 : 8_000);
    expect([healthy(of, green), green.stability, of.tasks(green).some((one) => one === task)]).toEqual([
      3,
      'STEADY_STATE',
      false,
    ]);
  });
});

/** To the end, over the wait for ContinueDeployment where it lies ahead. */
async function finish(of: Responders, deployment: Deployment): Promise<void> {
  await of.until(deployment, 'ReadyWait', 'Succeeded', 'Failed', 'Stopped');
  if (deployment.phase === 'ReadyWait') await goOn(of, deployment);
  await of.until(deployment, 'Succeeded', 'Failed', 'Stopped');
}

test('all of green that crash in the middle of the shift do not end the deployment by themselves', async () => {
  const of = await putUp();
  const deployment = await of.deploy('shop/web:v2');
  await toPhase(of, deployment, 'AllowTraffic');
  await of.clock.advanceThrough(90_000);
  const green = of.green(deployment);
  for (const task of of.tasks(green)) await ends.killed(of, task);
  expect(healthy(of, green)).toBe(0);
  await of.clock.advanceThrough(5_000);
  expect(deployment.phase).toBe('AllowTraffic');
  await whole(of, green);
  await finish(of, deployment);
  expect(deployment.status).toBe('Succeeded');
});
