/** StopDeployment in every phase, for every word about a rollback, against one table of what must come of it. */
import { describe, expect, test } from '@jest/globals';

import { type Phase } from '../../../sandbox/world/codedeploy.ts';
import { minute, rig } from './rig.ts';

const linear = 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes';

interface Row {
  readonly phase: Phase;
  readonly into: number;
  /** Percent of the replacement on the production and the test listener at the stop. */
  readonly prod: number;
  readonly test: number;
  readonly green: boolean;
}

const rows: readonly Row[] = [
  { phase: 'Created', into: 0, prod: 0, test: 0, green: false },
  { phase: 'BeforeInstall', into: 0, prod: 0, test: 0, green: false },
  { phase: 'Install', into: 2_000, prod: 0, test: 0, green: true },
  { phase: 'AfterInstall', into: 0, prod: 0, test: 0, green: true },
  { phase: 'AllowTestTraffic', into: 0, prod: 0, test: 100, green: true },
  { phase: 'AfterAllowTestTraffic', into: 0, prod: 0, test: 100, green: true },
  { phase: 'ReadyWait', into: minute, prod: 0, test: 100, green: true },
  { phase: 'BeforeAllowTraffic', into: 0, prod: 0, test: 100, green: true },
  { phase: 'AllowTraffic', into: 2 * minute, prod: 30, test: 100, green: true },
  { phase: 'AfterAllowTraffic', into: 0, prod: 100, test: 100, green: true },
  { phase: 'TerminationWait', into: minute, prod: 100, test: 100, green: true },
];

/** StopDeployment's word, what the group says, whether that asks for a rollback. */
const words = [
  [true, false, true],
  [false, true, false],
  [undefined, true, true],
  [undefined, false, false],
] as const;

const cases = rows.flatMap((row) => words.map(([asked, group, back]) => ({ ...row, asked, group, back })));

describe('StopDeployment', () => {
  test.each(cases)('$phase, autoRollbackEnabled $asked, the group rolls back: $group', (one) => {
    const { phase, into, asked, group, back } = one;
    const set = rig({ config: linear, rollback: group, ...(phase === 'ReadyWait' && { ready: 5 }) });
    const { clock, world, service, weight } = set;
    const blue = set.primary()?.id ?? '';
    const deployment = set.deploy();
    set.until(deployment, phase);
    clock.advance(into);
    const answer = set.call('StopDeployment', {
      deploymentId: deployment.id,
      ...(asked !== undefined && { autoRollbackEnabled: asked }),
    });
    expect(answer).toMatchObject({ status: 'Succeeded' });
    expect(deployment).toMatchObject({ status: 'Stopped', phase: 'Stopped', error: { code: 'MANUAL_STOP' } });
    expect(deployment.events.filter(({ status }) => status === 'InProgress' || status === 'Pending')).toEqual([]);
    expect([weight('prod', 'two'), weight('test', 'two')]).toEqual([one.prod, one.test]);
    expect(deployment.rollback).toBeNull();
    clock.advance(10 * minute);
    const rolledBack = back && one.green;
    expect(world.codedeploy.deployments.size).toBe(rolledBack ? 2 : 1);
    expect(deployment.rollback?.deploymentId ?? null).toBe(
      rolledBack ? ([...world.codedeploy.deployments.keys()].at(-1) ?? null) : null,
    );
    const stays = one.green && !rolledBack;
    expect([weight('prod', 'two'), weight('test', 'two')]).toEqual(stays ? [one.prod, one.test] : [0, 0]);
    expect(service.taskSets.map(({ externalId }) => externalId)).toEqual(stays ? [null, deployment.id] : [null]);
    expect(set.primary()?.id === blue).toBe(!stays || one.prod < 100);
    expect(() => set.call('StopDeployment', { deploymentId: deployment.id })).toThrow(
      expect.objectContaining({ code: 'DeploymentAlreadyCompletedException' }),
    );
  });
});

describe('a stop that has to wait', () => {
  const stop = (set: ReturnType<typeof rig>, deploymentId: string) =>
    set.call('StopDeployment', { deploymentId, autoRollbackEnabled: false });

  test('is Pending until the event in progress has ended; what follows it does not begin', () => {
    const set = rig({ settings: { stopPendingMs: minute } });
    const deployment = set.deploy();
    set.until(deployment, 'Install');
    expect(stop(set, deployment.id)).toMatchObject({ status: 'Pending' });
    expect(stop(set, deployment.id)).toMatchObject({ status: 'Pending' });
    expect(deployment).toMatchObject({ status: 'InProgress', phase: 'Install' });
    set.until(deployment, 'Stopped');
    const statuses = deployment.events.map(({ status }) => status);
    expect(statuses).toEqual(['Succeeded', 'Succeeded', ...Array<string>(6).fill('Skipped')]);
    expect([deployment.error?.code, set.world.codedeploy.deployments.size]).toEqual(['MANUAL_STOP', 1]);
    expect(stop(set, deployment.id)).toMatchObject({ status: 'Succeeded' });
  });

  test('ends an event that goes on for longer than that', () => {
    const set = rig({ settings: { stopPendingMs: minute, hooks: { check: 'silent' } } });
    const deployment = set.deploy({ hooks: { AfterInstall: 'check' } });
    set.until(deployment, 'AfterInstall');
    expect(stop(set, deployment.id)).toMatchObject({ status: 'Pending' });
    set.clock.advance(minute - 1);
    expect(deployment.status).toBe('InProgress');
    set.clock.advance(1);
    expect(deployment.status).toBe('Stopped');
    expect(deployment.events.find(({ name }) => name === 'AfterInstall')?.status).toBe('Failed');
  });

  test('a hook that fails meanwhile is a failure, not a stop', () => {
    const set = rig({ rollback: false, settings: { stopPendingMs: minute, hooks: { check: 'Failed' } } });
    const deployment = set.deploy({ hooks: { AfterInstall: 'check' } });
    set.until(deployment, 'AfterInstall');
    stop(set, deployment.id);
    set.until(deployment, 'Failed');
    expect(deployment.error?.code).toBe('HOOK_EXECUTION_FAILURE');
    expect(() => stop(set, deployment.id)).toThrow(
      expect.objectContaining({ code: 'DeploymentAlreadyCompletedException' }),
    );
  });

  test.each(['ReadyWait', 'TerminationWait'] as const)('%s has no event to wait for', (phase) => {
    const set = rig({ settings: { stopPendingMs: minute }, ...(phase === 'ReadyWait' && { ready: 5 }) });
    const deployment = set.deploy();
    set.until(deployment, phase);
    expect(stop(set, deployment.id)).toMatchObject({ status: 'Succeeded' });
    expect(deployment.status).toBe('Stopped');
  });

  test('while the original is removed it is Pending and without effect, if the settings say so', () => {
    const set = rig({ settings: { stopDuringRemoval: 'Pending' } });
    const deployment = set.deploy();
    set.until(deployment, 'RemoveBlue');
    expect(stop(set, deployment.id)).toMatchObject({ status: 'Pending' });
    set.until(deployment, 'Succeeded');
    expect(() => stop(set, deployment.id)).toThrow(
      expect.objectContaining({ code: 'DeploymentAlreadyCompletedException' }),
    );
  });
});

describe('a canary', () => {
  test('that is stopped between its two steps goes back to 100 percent of the original', () => {
    const set = rig({ config: 'CodeDeployDefault.ECSCanary10Percent5Minutes' });
    const deployment = set.deploy();
    set.until(deployment, 'AllowTraffic');
    set.clock.advance(2 * minute);
    expect(set.weight('prod', 'two')).toBe(10);
    set.call('StopDeployment', { deploymentId: deployment.id, autoRollbackEnabled: true });
    expect(() => set.deploy()).toThrow(expect.objectContaining({ code: 'DeploymentLimitExceededException' }));
    set.clock.advance(minute);
    expect([set.weight('prod', 'two'), set.service.taskSets.length]).toEqual([0, 1]);
    set.clock.advance(10 * minute);
    expect(set.weight('prod', 'two')).toBe(0);
    set.until(set.deploy({ image: 'app:3' }), 'Succeeded');
  });

  test('whose listener goes in the middle of the shift fails', () => {
    const set = rig({ config: 'CodeDeployDefault.ECSCanary10Percent5Minutes' });
    const deployment = set.deploy();
    set.until(deployment, 'AllowTraffic');
    set.world.elb.listeners.clear();
    set.until(deployment, 'Failed');
    expect(deployment.error?.code).toBe('ELASTIC_LOAD_BALANCING_INVALID');
    set.clock.advance(minute);
    const back = set.find(deployment.rollback?.deploymentId ?? undefined);
    expect(back).toMatchObject({ status: 'Failed', rollback: { triggeringId: deployment.id } });
  });
});
