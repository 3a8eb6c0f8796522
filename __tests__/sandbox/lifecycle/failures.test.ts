import { describe, expect, test } from '@jest/globals';

import { type Deployment } from '../../../sandbox/world/codedeploy.ts';
import { minute, rig, type Rig, type RigOptions } from './rig.ts';

const linear = 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes';

/** Lets the rollback end, and checks both sides of it. */
function expectRolledBack({ clock, find, weight, service, primary }: Rig, original: Deployment, blue: string): void {
  expect(original.rollback).toBeNull();
  clock.advance(minute);
  const back = find(original.rollback?.deploymentId ?? undefined);
  expect(back).toMatchObject({ creator: 'codeDeployRollback', status: 'Succeeded', targetStatus: 'Succeeded' });
  expect(back.rollback).toMatchObject({ triggeringId: original.id, deploymentId: null });
  expect(back.id).not.toBe(original.id);
  expect([weight('prod', 'one'), weight('test', 'one')]).toEqual([100, 100]);
  expect(service.taskSets.map((taskSet) => taskSet.id)).toEqual([blue]);
  expect(primary()?.id).toBe(blue);
}

describe('a hook that fails', () => {
  const cases: [string, string, 'Failed' | 'silent', string][] = [
    ['before the replacement exists', 'BeforeInstall', 'Failed', 'validation functions failed'],
    ['AfterInstall', 'AfterInstall', 'Failed', 'validation functions failed'],
    ['AfterAllowTestTraffic', 'AfterAllowTestTraffic', 'Failed', 'validation functions failed'],
    ['BeforeAllowTraffic', 'BeforeAllowTraffic', 'Failed', 'validation functions failed'],
    ['AfterAllowTraffic', 'AfterAllowTraffic', 'Failed', 'validation functions failed'],
    ['no answer within the hour', 'AfterInstall', 'silent', 'within one hour'],
  ];
  test.each(cases)('%s', (_name, event, outcome, message) => {
    const set = rig({ settings: { hooks: { check: outcome } } });
    const blue = set.primary()?.id ?? '';
    const lambda = 'arn:aws:lambda:eu-west-1:123456789012:function:check';
    const deployment = set.deploy({ hooks: { [event]: lambda } });
    set.until(deployment, 'Failed');
    expect(deployment.error?.code).toBe('HOOK_EXECUTION_FAILURE');
    expect(deployment.error?.message).toContain(message);
    const failed = deployment.events.find((one) => one.status === 'Failed');
    expect(failed).toMatchObject({ name: event, diagnostics: { errorCode: 'ScriptFailed' } });
    expect(deployment.events.at(-1)?.status).toBe(event === 'AfterAllowTraffic' ? 'Failed' : 'Skipped');
    if (event === 'BeforeInstall') {
      set.clock.advance(minute);
      expect([deployment.rollback, set.world.codedeploy.deployments.size]).toEqual([null, 1]);
    } else expectRolledBack(set, deployment, blue);
  });

  test('without a rollback all stays as it is', () => {
    const { deploy, until, clock, weight, service, primary, world } = rig({
      rollback: false,
      settings: { hooks: { check: 'Failed' } },
    });
    const deployment = deploy({ hooks: { AfterAllowTraffic: 'check' } });
    until(deployment, 'Failed');
    clock.advance(minute);
    expect(world.codedeploy.deployments.size).toBe(1);
    expect([weight('prod', 'two'), service.taskSets.length]).toEqual([100, 2]);
    expect(primary()?.externalId).toBe(deployment.id);
  });

  test('a deployment after one that left its replacement behind succeeds', () => {
    const { deploy, until, clock, service } = rig({ rollback: false, settings: { hooks: { check: 'Failed' } } });
    until(deploy({ hooks: { BeforeAllowTraffic: 'check' } }), 'Failed');
    clock.advance(minute);
    const second = deploy({ image: 'app:3' });
    until(second, 'Succeeded');
    expect(service.taskSets.map((taskSet) => taskSet.externalId)).toEqual([second.id]);
  });
});

describe('a replacement that does not come up', () => {
  test.each(['app:unhealthy', 'app:crash'])('%s: TIMEOUT after the install time, rolled back', (image) => {
    const set = rig({ settings: { installTimeoutMs: 10 * minute } });
    const blue = set.primary()?.id ?? '';
    const deployment = set.deploy({ image });
    set.until(deployment, 'Install');
    set.clock.advance(9 * minute);
    expect(deployment.phase).toBe('Install');
    set.until(deployment, 'Failed');
    expect(deployment.error).toEqual({
      code: 'TIMEOUT',
      message:
        'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 10 minutes.',
    });
    expectRolledBack(set, deployment, blue);
  });

  test('passes where no listener names its group, if the settings say so', () => {
    const { deploy, until, primary } = rig({ testListener: false, settings: { deadGreenPasses: true } });
    const deployment = deploy({ image: 'app:unhealthy' });
    until(deployment, 'TerminationWait');
    expect(primary()?.externalId).toBe(deployment.id);
  });
});

describe('what cannot begin', () => {
  const cases: [string, (set: Rig) => void, string, string][] = [
    [
      'the primary group has no production traffic',
      ({ world }) => {
        const [prod] = [...world.elb.listeners.values()];
        if (prod) prod.actions = [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503' } }];
      },
      'ELASTIC_LOAD_BALANCING_INVALID',
      'Primary taskset target group must be behind listener',
    ],
    ['the service is gone', ({ service }) => (service.status = 'INACTIVE'), 'INVALID_ECS_SERVICE', 'not active'],
    [
      'the task definition is gone',
      ({ world }) => {
        world.ecs.taskDefinitions.clear();
      },
      'ECS_UPDATE_ERROR',
      'no active',
    ],
  ];
  test.each(cases)('%s', (_name, spoil, code, message) => {
    const set = rig();
    const deployment = set.deploy();
    spoil(set);
    set.until(deployment, 'Failed');
    expect(deployment.error?.code).toBe(code);
    expect(deployment.error?.message).toContain(message);
    expect(set.service.taskSets).toHaveLength(1);
  });

  test.each([
    ['no yaml', '{"a": ', 'not well-formed yaml'],
    ['another Type', '{version: 0.0, Resources: [{A: {Type: "AWS::Lambda::Function"}}]}', 'AWS::ECS::Service'],
  ])('AppSpec: %s', (_name, content, message) => {
    const { deploy, until } = rig();
    const deployment = deploy({ revision: { revisionType: 'AppSpecContent', appSpecContent: { content } } });
    until(deployment, 'Failed');
    expect(deployment.error?.code).toBe('INVALID_REVISION');
    expect(deployment.error?.message).toContain(message);
  });
});

describe('an alarm', () => {
  const options: RigOptions = { config: linear, alarms: ['errors', 'latency'] };

  test('at 50 percent: Failed, rolled back', () => {
    const set = rig(options);
    const blue = set.primary()?.id ?? '';
    const deployment = set.deploy();
    set.until(deployment, 'AllowTraffic');
    set.clock.advance(4 * minute);
    expect(set.weight('prod', 'two')).toBe(50);
    set.world.alarms.add('errors').add('of someone else');
    set.clock.advance(1_000);
    expect(deployment).toMatchObject({ status: 'Failed', error: { code: 'ALARM_ACTIVE' } });
    expect(deployment.error?.message).toContain('<errors>');
    expect(set.weight('prod', 'two')).toBe(50);
    expect(deployment.taskSets.map((taskSet) => taskSet.weight)).toEqual([50, 50]);
    set.world.alarms.clear();
    expectRolledBack({ ...set, find: set.find }, deployment, blue);
  });

  test('in the termination wait: blue is PRIMARY again', () => {
    const set = rig({ ...options, config: 'CodeDeployDefault.ECSAllAtOnce' });
    const blue = set.primary()?.id ?? '';
    const deployment = set.deploy();
    set.until(deployment, 'TerminationWait');
    set.clock.advance(4 * minute);
    set.world.alarms.add('latency');
    set.until(deployment, 'Failed');
    expectRolledBack(set, deployment, blue);
  });

  test('active before CreateDeployment: Failed, nothing was made', () => {
    const { world, deploy, until, service } = rig(options);
    world.alarms.add('errors');
    const deployment = deploy();
    until(deployment, 'Failed');
    expect([deployment.error?.code, service.taskSets.length]).toEqual(['ALARM_ACTIVE', 1]);
  });

  test.each([
    [
      'not enabled',
      { alarms: ['errors'], group: { alarmConfiguration: { enabled: false, alarms: [{ name: 'errors' }] } } },
    ],
    ['not one of the group', { alarms: ['latency'] }],
  ])('without effect: %s', (_name, more) => {
    const { world, deploy, until } = rig(more);
    world.alarms.add('errors');
    const deployment = deploy();
    until(deployment, 'Succeeded');
    expect(deployment.error).toBeNull();
  });

  test('ends as Stopped if the settings say so', () => {
    const { world, deploy, until } = rig({ ...options, settings: { alarmStatus: 'Stopped' } });
    world.alarms.add('errors');
    const deployment = deploy();
    until(deployment, 'Stopped');
    expect(deployment.error?.code).toBe('ALARM_ACTIVE');
  });
});
