import { describe, expect, test } from '@jest/globals';

import { type Phase } from '../../../sandbox/world/codedeploy.ts';
import { minute, rig, type RigOptions } from './rig.ts';

describe('the wait for ContinueDeployment', () => {
  test('is Ready, with the test traffic on the replacement, until it is told to go on', () => {
    const { deploy, until, clock, call, weight } = rig({ ready: 60 });
    const deployment = deploy();
    until(deployment, 'ReadyWait');
    clock.advance(59 * minute);
    expect(deployment).toMatchObject({ status: 'Ready', targetStatus: 'Ready', phase: 'ReadyWait' });
    expect([weight('test', 'two'), weight('prod', 'two')]).toEqual([100, 0]);
    call('ContinueDeployment', { deploymentId: deployment.id, deploymentWaitType: 'READY_WAIT' });
    expect(deployment).toMatchObject({ status: 'InProgress', targetStatus: 'InProgress' });
    until(deployment, 'Succeeded');
    expect(weight('prod', 'two')).toBe(100);
  });

  test('ends as Stopped with TIMEOUT, rolled back', () => {
    const { deploy, until, clock, find, service, weight } = rig({ ready: 30 });
    const deployment = deploy();
    until(deployment, 'ReadyWait');
    clock.advance(30 * minute);
    expect(deployment).toMatchObject({
      status: 'Stopped',
      error: {
        code: 'TIMEOUT',
        message:
          'The deployment timed out while waiting for a notification to continue. This time out period is 30 minutes.',
      },
    });
    clock.advance(minute);
    expect(find(deployment.rollback?.deploymentId ?? '').status).toBe('Succeeded');
    expect([service.taskSets.length, weight('test', 'one')]).toEqual([1, 100]);
  });

  test('is there without a test listener too', () => {
    const { deploy, until, call } = rig({ ready: 30, testListener: false });
    const deployment = deploy();
    until(deployment, 'ReadyWait');
    call('ContinueDeployment', { deploymentId: deployment.id });
    until(deployment, 'Succeeded');
    expect(deployment.error).toBeNull();
  });
});

describe('ContinueDeployment', () => {
  test('ends the termination wait', () => {
    const { deploy, until, call, clock, service, sandbox } = rig({ terminationWait: 60 });
    const deployment = deploy();
    until(deployment, 'TerminationWait');
    call('ContinueDeployment', { deploymentId: deployment.id, deploymentWaitType: 'TERMINATION_WAIT' });
    expect(service.taskSets.map((taskSet) => taskSet.status)).toEqual(['DRAINING', 'PRIMARY']);
    clock.advance(sandbox.settings.drainMs);
    expect([deployment.status, service.taskSets.length]).toEqual(['Succeeded', 1]);
    clock.advance(120 * minute);
    expect(deployment.status).toBe('Succeeded');
  });

  const cases: [string, Phase, RigOptions, string | undefined, string][] = [
    ['READY_WAIT too early', 'Install', { ready: 5 }, 'READY_WAIT', 'DeploymentIsNotInReadyStateException'],
    ['READY_WAIT too late', 'TerminationWait', {}, undefined, 'DeploymentIsNotInReadyStateException'],
    [
      'TERMINATION_WAIT before the shift',
      'ReadyWait',
      { ready: 5 },
      'TERMINATION_WAIT',
      'DeploymentIsNotInReadyStateException',
    ],
    ['after the end', 'Succeeded', {}, 'TERMINATION_WAIT', 'DeploymentAlreadyCompletedException'],
    ['another wait', 'Install', {}, 'LUNCH', 'InvalidDeploymentWaitTypeException'],
  ];
  test.each(cases)('refuses %s', (_name, phase, options, deploymentWaitType, code) => {
    const { deploy, until, call } = rig(options);
    const deployment = deploy();
    until(deployment, phase);
    expect(() => call('ContinueDeployment', { deploymentId: deployment.id, deploymentWaitType })).toThrow(
      expect.objectContaining({ code }),
    );
    expect(deployment.phase).toBe(phase);
  });
});

describe('StopDeployment', () => {
  test.each(['Succeeded', 'RemoveBlue'] as const)('is too late in %s', (phase) => {
    const { deploy, until, call } = rig();
    const deployment = deploy();
    until(deployment, phase);
    expect(() => call('StopDeployment', { deploymentId: deployment.id })).toThrow(
      expect.objectContaining({ code: 'DeploymentAlreadyCompletedException' }),
    );
  });

  test('cannot stop a rollback, and no deployment starts beside one', () => {
    const { deploy, until, call, world } = rig();
    const deployment = deploy();
    until(deployment, 'AfterInstall');
    call('StopDeployment', { deploymentId: deployment.id, autoRollbackEnabled: true });
    const back = [...world.codedeploy.deployments.keys()].at(-1);
    expect(() => call('StopDeployment', { deploymentId: back })).toThrow(
      expect.objectContaining({ code: 'UnsupportedActionForDeploymentTypeException' }),
    );
    expect(() => deploy()).toThrow(
      expect.objectContaining({
        code: 'DeploymentLimitExceededException',
        message: `The Deployment Group 'group' already has an active Deployment '${String(back)}'`,
      }),
    );
  });

  test('a rollback returns to the revision that the original task set was deployed with', () => {
    const { deploy, until, call, clock, find } = rig({ terminationWait: 0 });
    const first = deploy();
    until(first, 'Succeeded');
    const second = deploy({ image: 'app:3' });
    until(second, 'AfterInstall');
    call('StopDeployment', { deploymentId: second.id, autoRollbackEnabled: true });
    clock.advance(minute);
    expect(find(second.rollback?.deploymentId ?? '').revision).toEqual(first.revision);
  });
});
