import { describe, expect, test } from '@jest/globals';

import { updateService } from '../../../sandbox/operations/ecs/UpdateService.ts';
import { minute, rig, type Rig } from './rig.ts';

const scale = ({ sandbox }: Rig, desiredCount: number): unknown =>
  updateService.handle({ cluster: 'main', service: 'web', desiredCount }, sandbox, {});

describe('a service that is scaled during a deployment', () => {
  test.each(['Install', 'ReadyWait', 'TerminationWait'] as const)('in %s: both task sets follow', (phase) => {
    const set = rig({ ready: 20, terminationWait: 20 });
    const deployment = set.deploy();
    set.until(deployment, phase === 'Install' ? 'Install' : 'ReadyWait');
    if (phase === 'TerminationWait') set.call('ContinueDeployment', { deploymentId: deployment.id });
    set.until(deployment, phase);
    scale(set, 3);
    set.clock.advance(minute);
    expect(set.service.taskSets.map(({ running }) => running)).toEqual([3, 3]);
    expect(deployment.completedAt).toBeNull();
    expect(deployment.scaling).toEqual({ desired: 3, since: null });
  });

  test('fails it when they are not steady in time, and that is rolled back', () => {
    const set = rig({ terminationWait: 60, settings: { scalingSteadyMs: 5 * minute } });
    const deployment = set.deploy();
    set.until(deployment, 'TerminationWait');
    Object.assign(set.sandbox.settings, { unhealthyImages: ['app'] });
    scale(set, 3);
    set.clock.advance(5 * minute - 1_000);
    expect(deployment.status).toBe('InProgress');
    set.clock.advance(minute);
    expect(deployment).toMatchObject({ status: 'Failed', error: { code: 'ECS_UPDATE_ERROR' } });
    expect(deployment.error?.message).toContain('did not reach a steady state within 5 minutes');
    set.clock.advance(minute);
    expect(set.find(deployment.rollback?.deploymentId ?? undefined).status).toBe('Succeeded');
  });

  test('fails it in the middle of a canary, and the traffic goes back', () => {
    const set = rig({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
    const blue = set.primary()?.id;
    const deployment = set.deploy();
    set.until(deployment, 'AllowTraffic');
    Object.assign(set.sandbox.settings, { unhealthyImages: ['app'] });
    scale(set, 3);
    set.until(deployment, 'Failed');
    expect([set.weight('prod', 'two'), deployment.error?.code]).toEqual([10, 'ECS_UPDATE_ERROR']);
    set.clock.advance(minute);
    expect([set.weight('prod', 'two'), set.primary()?.id, set.service.taskSets.length]).toEqual([0, blue, 1]);
  });

  test('what an earlier deployment left behind does not count', () => {
    const set = rig({ rollback: false, terminationWait: 60, settings: { leftoversRemoved: false } });
    const first = set.deploy({ image: 'app:unhealthy' });
    set.until(first, 'Install');
    set.call('StopDeployment', { deploymentId: first.id, autoRollbackEnabled: false });
    const second = set.deploy();
    set.until(second, 'TerminationWait');
    scale(set, 3);
    set.clock.advance(20 * minute);
    expect([second.status, set.service.taskSets.length]).toEqual(['InProgress', 3]);
  });
});

test('a desired count of 0 deploys, and shifts the traffic', () => {
  const { deploy, until, weight, service } = rig({ desiredCount: 0 });
  const deployment = deploy();
  until(deployment, 'Succeeded');
  expect([weight('prod', 'two'), service.taskSets.map(({ running }) => running)]).toEqual([100, [0]]);
});

describe('the time to the shift', () => {
  test('is 120 hours, whatever is waited for', () => {
    const { deploy, until, clock } = rig({ ready: 200 * 60 });
    const deployment = deploy();
    until(deployment, 'ReadyWait');
    clock.advance(119 * 60 * minute);
    expect(deployment.status).toBe('Ready');
    clock.advance(61 * minute);
    expect(deployment).toMatchObject({ status: 'Failed', error: { code: 'TIMEOUT' } });
    expect(deployment.error?.message).toContain('within 120 hours');
  });

  test('does not count after it', () => {
    const { deploy, until, clock } = rig({ terminationWait: 60, settings: { shiftTimeoutMs: 10 * minute } });
    const deployment = deploy();
    until(deployment, 'TerminationWait');
    clock.advance(20 * minute);
    expect(deployment.status).toBe('InProgress');
  });
});

describe('task sets that deployments left behind', () => {
  const leave = ({ deploy, until, call }: Rig): void => {
    const deployment = deploy();
    until(deployment, 'AfterInstall');
    call('StopDeployment', { deploymentId: deployment.id, autoRollbackEnabled: false });
  };

  test('are removed by the next one', () => {
    const set = rig();
    for (let count = 0; count < 6; count += 1) leave(set);
    expect(set.service.taskSets).toHaveLength(2);
  });

  test('count where they are not: a sixth fails with the words of ECS', () => {
    const set = rig({ settings: { leftoversRemoved: false } });
    for (let count = 0; count < 4; count += 1) leave(set);
    expect(set.service.taskSets).toHaveLength(5);
    const deployment = set.deploy();
    set.until(deployment, 'Failed');
    expect(deployment.error?.code).toBe('ECS_UPDATE_ERROR');
    expect(deployment.error?.message).toContain(
      '5 deployments exist on the service. Unable to create new TaskSet since this exceeds the maximum limit.',
    );
    expect([set.service.taskSets.length, set.primary()?.externalId]).toEqual([5, null]);
  });
});

test('after the first deployment the idle target group stays in the forward action, at weight 0', () => {
  const { deploy, until, world, weight } = rig();
  until(deploy(), 'Succeeded');
  const forwards = [...world.elb.listeners.values()].map(({ actions }) => actions[0]?.ForwardConfig?.TargetGroups);
  expect(forwards).toHaveLength(2);
  for (const groups of forwards) expect(groups?.map(({ Weight }) => Weight).sort()).toEqual([0, 100]);
  const second = deploy({ image: 'app:3' });
  until(second, 'Install');
  expect([weight('prod', 'two'), weight('prod', 'one')]).toEqual([100, 0]);
  until(second, 'Succeeded');
  expect([weight('prod', 'two'), weight('prod', 'one')]).toEqual([0, 100]);
});
