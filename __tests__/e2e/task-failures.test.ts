/** Tasks of the replacement that stop by themselves end a deployment long before CodeDeploy does. */
import { describe, expect, test } from '@jest/globals';
import { scheduleAgain } from '../../sandbox/ecs/scheduler.ts';
import { type Stop, stopTask } from '../../sandbox/ecs/stop-task.ts';
import { type Task } from '../../sandbox/world/ecs.ts';
import { ELSEWHERE, errorsOf, LIMIT_MS, type Rig, warningsOf, withRig } from './rig.ts';
import { ENDLESS, whenTold } from './signalled.ts';

const CRASHES = 'registry.example.com/crash:1';

describe('stopped with rollback, with the reasons', () => {
  test.concurrent.each([
    ['the default, 3 for two tasks', {}, 3],
    ['a limit of its own', { 'max-task-failures': '5' }, 5],
  ] as const)(
    '%s',
    (_, inputs, limit) =>
      withRig({}, async (rig) => {
        const { exitCode, output, outputs, postOutput } = await rig.run({ image: CRASHES, ...inputs });
        expect([exitCode, outputs['result']]).toEqual([1, 'rolled-back']);
        expect(errorsOf(output)).toMatch(
          new RegExp(`\\d+ tasks of the replacement stopped by themselves .*'max-task-failures' is ${limit}\\)`),
        );
        expect(errorsOf(output)).toMatch(/exit code 1.*look at its log.*rolled back by deployment d-/);
        expect(postOutput).toBe('');
        const deployment = rig.sandbox.world.codedeploy.deployments.get(outputs['codedeploy-deployment-id'] ?? '');
        expect(deployment?.error?.code).toBe('MANUAL_STOP');
        expect((await rig.live()).revision).toBe('web:1');
        expect((await rig.writes()).filter((name) => name === 'StopDeployment')).toHaveLength(1);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'not with 0: CodeDeploy’s own time limit ends it, and nothing was counted',
    () =>
      withRig({ settings: { installTimeoutMs: 300_000 } }, async (rig) => {
        const { outputs, output } = await rig.run({ image: CRASHES, 'max-task-failures': '0' });
        expect(outputs['result']).toBe('rolled-back');
        expect(errorsOf(output)).toContain('TIMEOUT');
        expect((await rig.calls()).filter((name) => name === 'ListTasks')).toHaveLength(1);
        expect(await rig.writes()).not.toContain('StopDeployment');
      }),
    LIMIT_MS,
  );
});

const replacement = ({ sandbox }: Rig): readonly Task[] =>
  [...sandbox.world.ecs.tasks.values()].filter(
    ({ desiredStatus, taskDefinition }) => desiredStatus === 'RUNNING' && taskDefinition.endsWith(':2'),
  );

function endAll(rig: Rig, stop: Stop): void {
  for (const task of replacement(rig)) {
    stopTask(rig.sandbox, task, stop);
    scheduleAgain(rig.sandbox, task);
  }
}

const looks = async (rig: Rig): Promise<number> => (await rig.calls()).filter((name) => name === 'ListTasks').length;

/** Ends the replacement's tasks three times over, and lets them come up when that has been looked at. */
async function disturb(rig: Rig, stop: Stop): Promise<void> {
  for (let round = 0; round < 3; round += 1) endAll(rig, stop);
  const before = await looks(rig);
  while ((await looks(rig)) < before + 2) await new Promise((resolve) => setTimeout(resolve, 50));
  await rig.settings({ taskStartMs: 100 });
  endAll(rig, stop);
}

describe('not counted', () => {
  test.concurrent.each<[string, Stop]>([
    ['Spot', { code: 'SpotInterruption', reason: 'Your Spot Task was interrupted.' }],
    ['host maintenance', { code: 'TerminationNotice', reason: 'Host EC2 (instance i-0123456789abcdef0) terminated.' }],
    ['scale-in', { code: 'ServiceSchedulerInitiated', reason: 'Scaling activity initiated by (deployment ecs-svc/1)' }],
    ['a person', { code: 'UserInitiated', reason: 'Task stopped by user' }],
  ])(
    '%s: the deployment goes on and succeeds',
    (_, stop) =>
      withRig({}, async (rig) => {
        await rig.settings(ENDLESS);
        const { exitCode, outputs, output } = await rig.run(
          { image: ELSEWHERE },
          whenTold(/green tasks/, () => disturb(rig, stop)),
        );
        expect([errorsOf(output), exitCode, outputs['result']]).toEqual(['', 0, 'succeeded']);
      }),
    LIMIT_MS,
  );
});

test.concurrent(
  'tasks that may not be read: one warning with the statement to add, and the deployment goes on',
  () =>
    withRig({ faults: [{ operation: 'ListTasks', kind: 'denied' }] }, async (rig) => {
      await rig.settings({ taskStartMs: 500_000 });
      const { exitCode, output } = await rig.run({ image: ELSEWHERE });
      expect(exitCode).toBe(0);
      expect(warningsOf(output).match(/not counted/g)).toHaveLength(1);
      expect(warningsOf(output)).toContain('"ecs:ListTasks"');
      expect(await looks(rig)).toBe(1);
    }),
  LIMIT_MS,
);
