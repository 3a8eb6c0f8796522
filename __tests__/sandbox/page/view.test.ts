import { afterEach, describe, expect, test } from '@jest/globals';
import { MOST_STOPPED, MOST_TASKS } from '../../../sandbox/page/tasks-view.ts';
import { MOST_DEPLOYMENTS, MOST_EVENTS } from '../../../sandbox/page/service-view.ts';
import { type DeploymentView, type ServiceView } from '../../../sandbox/page/view-types.ts';
import { MOST_SERVICES, project } from '../../../sandbox/page/view.ts';
import { control, startAccount } from '../account.ts';
import { type Rig, startRig } from './rig.ts';

const MINUTE = 60_000;
const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

async function rig(...parts: Parameters<typeof startRig>): Promise<Rig> {
  const made = await startRig(...parts);
  closing.push(made);
  return made;
}

const view = ({ sandbox }: Rig) => project(sandbox, { faults: [], load: null, serviceArn: null });

function service(made: Rig): ServiceView {
  const found = view(made).service;
  if (!found) throw new Error('there is no service');
  return found;
}

function newest(made: Rig, nth = 0): DeploymentView {
  const found = service(made).deployments[nth];
  if (!found) throw new Error('there is no deployment');
  return found;
}

async function deploy(made: Rig, sample = 'well'): Promise<void> {
  const [status, body] = await control(made.url, 'POST', 'sample', { sample });
  expect([status, body]).toMatchObject([200, { deploymentId: expect.stringMatching(/^d-/) }]);
}

describe('an empty account', () => {
  test('has no service; its clock tells how it runs', async () => {
    const account = await startAccount();
    closing.push(account);
    const projected = project(account.sandbox, { faults: [], load: null, serviceArn: null });
    expect(projected).toMatchObject({ services: [], service: null, clock: { kind: 'stepped', speed: null } });
  });
});

describe('a service', () => {
  test('its listeners, target groups, task sets and tasks', async () => {
    const made = await rig();
    const [one, two] = made.stack.targetGroups;
    const seen = service(made);
    expect(seen.listeners).toEqual([
      expect.objectContaining({ role: 'production', port: 80, url: null }),
      expect.objectContaining({ role: 'test', port: 8080, url: null }),
    ]);
    expect(seen.listeners[0]?.weights).toEqual({ [one?.arn ?? '']: 100, [two?.arn ?? '']: 0 });
    expect(seen.groups.map(({ name, slot }) => [name, slot])).toEqual([
      ['shop-web-one', 'blue'],
      ['shop-web-two', 'green'],
    ]);
    expect(seen.taskSets).toHaveLength(1);
    expect(seen.taskSets[0]).toMatchObject({ status: 'PRIMARY', revision: 'web:1', running: 2, steady: true });
    expect(seen.taskSets[0]?.tasks.map(({ status }) => status)).toEqual(['RUNNING', 'RUNNING']);
    expect(seen.groupOf).toEqual({ 'web:1': one?.arn });
  });

  test('a version keeps its colour when its deployment is no longer listed', async () => {
    const made = await rig({ terminationWaitMinutes: 0 });
    const [one] = made.stack.targetGroups;
    for (let count = 0; count <= MOST_DEPLOYMENTS; count += 1) {
      await deploy(made);
      made.clock.advance(10 * MINUTE);
    }
    const seen = service(made);
    expect(seen.deploymentsLeftOut).toBe(1);
    expect(seen.groupOf['web:1']).toBe(one?.arn);
  });

  test('the next version is named as its revision, also after one that failed', async () => {
    const made = await rig();
    await deploy(made, 'crash');
    made.clock.advance(120 * MINUTE);
    await deploy(made);
    made.clock.advance(MINUTE / 6);
    expect(newest(made).after).toMatchObject({ revision: 'web:3', image: expect.stringMatching(/:v3$/) });
  });

  test('a task has the health of its target where it is registered', async () => {
    const made = await rig();
    const id = service(made).taskSets[0]?.tasks[0]?.id ?? '';
    const group = made.stack.targetGroups[0]?.arn ?? '';
    const target = { targetGroupArn: group, id: '10.0.0.1', port: 8080, taskId: id, revision: 'web:1', endpoint: null };
    const bad = {
      state: 'unhealthy',
      reason: 'Target.Timeout',
      description: 'Request timed out',
      passed: 0,
      failed: 2,
    };
    made.sandbox.world.elb.targets.set(group, [{ ...target, ...bad, state: 'unhealthy' }]);
    expect(service(made).taskSets[0]?.tasks[0]).toMatchObject({
      health: 'unhealthy',
      healthReason: 'Request timed out',
    });
  });

  test('one that no deployment group names is shown by what its tasks use', async () => {
    const made = await rig();
    made.sandbox.world.codedeploy.applications.clear();
    const seen = service(made);
    expect(seen.deployable).toBe(false);
    expect(seen.groups).toEqual([expect.objectContaining({ name: 'shop-web-one', slot: 'blue' })]);
    expect(seen.listeners.map(({ role }) => role)).toEqual(['other', 'other']);
    expect(Object.values(seen.listeners[0]?.weights ?? {})).toEqual([100]);
  });

  test('sizes are bounded', async () => {
    const made = await rig({ desiredCount: MOST_TASKS + 6 });
    for (let count = 0; count < MOST_DEPLOYMENTS + 2; count += 1) {
      await deploy(made);
      made.clock.advance(10 * MINUTE);
    }
    const { ecs } = made.sandbox.world;
    const [only] = ecs.services.values();
    for (let count = 0; count < MOST_SERVICES + 3; count += 1) {
      if (only) ecs.services.set(`copy-${count}`, { ...only, arn: `copy-${count}` });
    }
    const seen = view(made);
    expect([seen.services.length, seen.servicesLeftOut]).toEqual([MOST_SERVICES, 4]);
    expect(seen.service?.taskSets[0]).toMatchObject({ tasksLeftOut: 6 });
    expect(seen.service?.stopped).toHaveLength(MOST_STOPPED);
    expect(seen.service?.events.length).toBeLessThanOrEqual(MOST_EVENTS);
    expect(seen.service).toMatchObject({ deploymentsLeftOut: 2 });
    expect(JSON.stringify(seen).length).toBeLessThan(150_000);
  });
});

describe('a deployment', () => {
  test('in Ready: until when it waits, and that it can be promoted and stopped', async () => {
    const made = await rig({ readyWaitMinutes: 30 });
    await deploy(made);
    made.clock.advance(MINUTE);
    const { wait, ...seen } = newest(made);
    expect(seen).toMatchObject({ status: 'Ready', promote: 'READY_WAIT', stoppable: true, why: null });
    expect(wait).toMatchObject({ kind: 'ready' });
    const ended = seen.events.findLast(({ endedAt }) => endedAt !== null)?.endedAt ?? 0;
    expect(wait).toEqual({ kind: 'ready', since: ended, until: ended + 30 * MINUTE });
  });

  test('in the termination wait: before and after, by revision, image, group and weight', async () => {
    const made = await rig({ terminationWaitMinutes: 60 });
    await deploy(made);
    made.clock.advance(MINUTE);
    const seen = newest(made);
    expect(seen).toMatchObject({ wait: { kind: 'termination' }, promote: 'TERMINATION_WAIT', stoppable: true });
    const before = { revision: 'web:1', group: 'shop-web-one', weight: 0, taskSet: 'ACTIVE' };
    const after = { revision: 'web:2', group: 'shop-web-two', weight: 100, taskSet: 'PRIMARY' };
    expect(seen.before).toMatchObject({ ...before, image: 'public.ecr.aws/nginx/nginx:stable' });
    expect(seen.after).toMatchObject({ ...after, image: 'public.ecr.aws/nginx/nginx:v2' });
  });

  test('that has ended still tells what was before, though that task set is gone', async () => {
    const made = await rig({ terminationWaitMinutes: 1 });
    await deploy(made);
    made.clock.advance(3 * 60 * MINUTE);
    expect(newest(made)).toMatchObject({
      status: 'Succeeded',
      stoppable: false,
      promote: null,
      before: { revision: 'web:1' },
    });
    const [one, two] = made.stack.targetGroups;
    expect(service(made).groupOf).toEqual({ 'web:1': one?.arn, 'web:2': two?.arn });
  });

  test('that was rolled back: both name each other, and the rollback goes the other way', async () => {
    const made = await rig();
    await deploy(made, 'crash');
    made.clock.advance(62 * MINUTE);
    const [rollback, failed] = [newest(made), newest(made, 1)];
    expect(failed).toMatchObject({ status: 'Failed', rolledBackBy: rollback.id, error: { code: 'TIMEOUT' } });
    expect(rollback).toMatchObject({ rollsBack: failed.id, creator: 'codeDeployRollback', stoppable: false });
    expect(rollback.before).toMatchObject({ revision: 'web:2' });
    expect(rollback.after).toMatchObject({ revision: 'web:1' });
  });
});

describe('why', () => {
  test('while tasks crash: how many, with their exit code', async () => {
    const made = await rig();
    await deploy(made, 'crash');
    made.clock.advance(30_000);
    expect(newest(made).why).toMatch(
      /^The replacement web:2 \(image \S+:v2-crash\) is not healthy yet\. So far \d tasks stopped: .*\(exit code 1\)\./,
    );
  });

  test.each([
    ['a replacement that crashes', 'crash', 62, /did not become healthy in time\. .*Essential container.*exit code 1/],
    ['one that never gets healthy', 'unhealthy', 62, /did not become healthy in time\. .*failed ELB health checks/],
  ])('%s', async (_, sample, minutes, expected) => {
    const made = await rig();
    await deploy(made, sample);
    made.clock.advance(minutes * MINUTE);
    const rollback = newest(made);
    expect(newest(made, 1).why).toMatch(expected);
    expect(newest(made, 1).why).toContain(`Deployment ${rollback.id} rolls it back`);
    expect(rollback.why).toBeNull();
  });

  test('long after, when ECS lists the tasks no more, its events still tell', async () => {
    const made = await rig();
    await deploy(made, 'unhealthy');
    made.clock.advance(150 * MINUTE);
    expect(newest(made, 1).why).toMatch(/ECS said: .*is unhealthy in/);
  });

  test('a replacement that crashes once it takes traffic', async () => {
    const made = await rig({ terminationWaitMinutes: 60 });
    await deploy(made, 'crash-late');
    made.clock.advance(5 * MINUTE);
    expect(newest(made).phase).toBe('TerminationWait');
    expect(newest(made).why).toMatch(/^The replacement web:2 .* was healthy, but does not stay so: \d tasks stopped: /);
  });

  test('an alarm', async () => {
    const made = await rig({ alarms: ['web-5xx'] });
    await deploy(made);
    await control(made.url, 'POST', 'alarms', { name: 'web-5xx', state: 'ALARM' });
    made.clock.advance(MINUTE);
    const failed = service(made).deployments.find(({ creator }) => creator === 'user');
    expect(failed?.why).toMatch(/^CloudWatch said ALARM for web-5xx, which guards this deployment/);
    expect(view(made).alarms).toEqual([{ name: 'web-5xx', state: 'ALARM', reason: null }]);
  });

  test('someone who stopped it, before there was anything to return from', async () => {
    const made = await rig();
    await deploy(made);
    await made.codedeploy.stopDeployment({ deploymentId: newest(made).id });
    expect(newest(made).why).toBe(
      'Someone stopped it by StopDeployment. It ended before a replacement existed: production traffic was never touched.',
    );
  });

  test('nobody who let it go on', async () => {
    const made = await rig({ readyWaitMinutes: 5 });
    await deploy(made);
    made.clock.advance(10 * MINUTE);
    const stopped = service(made).deployments.find(({ creator }) => creator === 'user');
    expect(stopped?.why).toMatch(/^Nobody let it go on in time: it waited 5 minutes in Ready\./);
  });

  test('a hook that failed, by its function', async () => {
    const made = await rig();
    await control(made.url, 'PATCH', 'settings', { hooks: { smoke: 'Failed' } });
    const { containerName, containerPort } = made.sandbox.world.ecs.services.values().next().value?.taskSets[0]
      ?.loadBalancer ?? { containerName: '', containerPort: 0 };
    const properties = {
      TaskDefinition: made.stack.taskDefinition,
      LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort },
    };
    const content = JSON.stringify({
      version: 0,
      Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
      Hooks: [{ AfterInstall: 'smoke' }],
    });
    await made.codedeploy.createDeployment({
      applicationName: made.stack.application,
      deploymentGroupName: made.stack.group,
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
    });
    made.clock.advance(MINUTE);
    const failed = service(made).deployments.find(({ creator }) => creator === 'user');
    expect(failed?.why).toMatch(/^The validation hook of AfterInstall \(smoke\) failed or did not answer\./);
  });

  test('nothing, where all is well', async () => {
    const made = await rig();
    await deploy(made);
    made.clock.advance(MINUTE);
    expect(newest(made).why).toBeNull();
  });
});
