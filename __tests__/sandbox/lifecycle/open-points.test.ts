import { describe, expect, test } from '@jest/globals';

import { describeServices } from '../../../sandbox/operations/ecs/DescribeServices.ts';
import { updateService } from '../../../sandbox/operations/ecs/UpdateService.ts';
import { type OpenPoints } from '../../../sandbox/open-points.ts';
import { type Phase } from '../../../sandbox/world/codedeploy.ts';
import { minute, rig } from './rig.ts';

const named = { applicationName: 'app', deploymentGroupName: 'group' };
const refused = (code: string) => expect.objectContaining({ code });

test.each([0, 5_000])('Queued for %d ms', (queuedMs) => {
  const { deploy, clock, call } = rig({ settings: { createdMs: 1_000, queuedMs } });
  const deployment = deploy();
  clock.advance(1_000);
  expect(deployment.status).toBe(queuedMs === 0 ? 'InProgress' : 'Queued');
  const target = () => call('GetDeploymentTarget', { deploymentId: deployment.id, targetId: 'main:web' });
  if (queuedMs > 0) expect(target).toThrow(refused('DeploymentNotStartedException'));
  clock.advance(queuedMs);
  expect(deployment.status).toBe('InProgress');
  expect(target()).toMatchObject({ deploymentTarget: { deploymentTargetType: 'ECSTarget' } });
});

describe('a stop that says nothing about a rollback, in a group that rolls back', () => {
  test.each([
    ['group', 2],
    ['never', 1],
  ] as const)('%s', (stopRollbackOmitted, deployments) => {
    const { deploy, until, call, world } = rig({ settings: { stopRollbackOmitted } });
    const deployment = deploy();
    until(deployment, 'AfterInstall');
    call('StopDeployment', { deploymentId: deployment.id });
    expect(world.codedeploy.deployments.size).toBe(deployments);
  });
});

describe('ContinueDeployment that names no wait, in the termination wait', () => {
  test.each(['READY_WAIT', 'either'] as const)('%s', (continueTypeOmitted) => {
    const { deploy, until, call } = rig({ settings: { continueTypeOmitted } });
    const deployment = deploy();
    until(deployment, 'TerminationWait');
    const goOn = () => call('ContinueDeployment', { deploymentId: deployment.id });
    if (continueTypeOmitted === 'READY_WAIT') expect(goOn).toThrow(refused('DeploymentIsNotInReadyStateException'));
    else expect(goOn()).toEqual({});
    expect(deployment.phase).toBe(continueTypeOmitted === 'either' ? 'RemoveBlue' : 'TerminationWait');
  });
});

describe('Baking', () => {
  test.each([
    ['never', 'InProgress'],
    ['terminationWait', 'Baking'],
  ] as const)('%s: %s during the termination wait', (baking, status) => {
    const { deploy, until, call } = rig({ settings: { baking } });
    const deployment = deploy();
    until(deployment, 'AfterAllowTraffic');
    expect(deployment.status).toBe('InProgress');
    until(deployment, 'TerminationWait');
    expect(deployment.status).toBe(status);
    expect(call('GetDeployment', { deploymentId: deployment.id })).toMatchObject({ deploymentInfo: { status } });
    until(deployment, 'Succeeded');
    expect(deployment.status).toBe('Succeeded');
  });
});

describe('the place of the wait for ContinueDeployment', () => {
  test.each([
    ['AllowTestTraffic', 'AfterAllowTestTraffic', 'BeforeAllowTraffic'],
    ['AfterAllowTestTraffic', 'BeforeAllowTraffic', 'AllowTraffic'],
    ['BeforeAllowTraffic', 'AllowTraffic', 'AfterAllowTraffic'],
  ] as const)('after %s', (readyWaitAfter, next, later) => {
    const { deploy, until, call, weight } = rig({ ready: 10, settings: { readyWaitAfter } });
    const deployment = deploy();
    until(deployment, 'ReadyWait');
    const status = (name: Phase) => deployment.events.find((event) => event.name === name)?.status;
    expect([status(readyWaitAfter), status(next), status(later)]).toEqual(['Succeeded', 'Pending', 'Pending']);
    expect([weight('test', 'two'), weight('prod', 'two')]).toEqual([100, 0]);
    call('ContinueDeployment', { deploymentId: deployment.id, deploymentWaitType: 'READY_WAIT' });
    expect(deployment.phase).toBe(next);
    until(deployment, 'Succeeded');
    expect(deployment.events.map((event) => event.status)).toEqual(Array(8).fill('Succeeded'));
  });

  test('a change of the setting leaves a running deployment its way', () => {
    const { deploy, until, sandbox } = rig({ ready: 10 });
    const deployment = deploy();
    Object.assign(sandbox.settings, { readyWaitAfter: 'BeforeAllowTraffic' });
    until(deployment, 'ReadyWait');
    expect(deployment.events.find(({ name }) => name === 'BeforeAllowTraffic')?.status).toBe('Pending');
  });
});

describe('a wait for ContinueDeployment that nobody answers', () => {
  test.each([
    ['Stopped', 'TIMEOUT'],
    ['Stopped', 'MANUAL_STOP'],
    ['Failed', 'TIMEOUT'],
    ['Failed', 'MANUAL_STOP'],
  ] as const)('ends as %s with %s', (readyExpiryStatus, readyExpiryCode) => {
    const { deploy, until, clock } = rig({ ready: 10, settings: { readyExpiryStatus, readyExpiryCode } });
    const deployment = deploy();
    until(deployment, 'ReadyWait');
    clock.advance(10 * minute);
    expect(deployment).toMatchObject({ status: readyExpiryStatus, error: { code: readyExpiryCode } });
  });
});

test.each(['HOOK_EXECUTION_FAILURE', 'TIMEOUT'] as const)('a hook that never calls back: %s', (hookTimeoutCode) => {
  const { deploy, until } = rig({ settings: { hookTimeoutCode, hooks: { check: 'silent' } } });
  const deployment = deploy({ hooks: { AfterInstall: 'check' } });
  until(deployment, 'Failed');
  expect(deployment.error?.code).toBe(hookTimeoutCode);
});

describe('a stop without a rollback', () => {
  test.each([
    ['ReadyWait', 1, 100],
    ['TerminationWait', 2, 0],
  ] as const)('in %s, where no replacement stays that has no traffic', (phase, taskSets, testWeight) => {
    const { deploy, until, call, service, weight, find } = rig({
      ready: 10,
      terminationWait: 10,
      settings: { stopLeavesGreen: false },
    });
    const deployment = deploy();
    until(deployment, 'ReadyWait');
    if (phase === 'TerminationWait') call('ContinueDeployment', { deploymentId: deployment.id });
    until(deployment, phase);
    call('StopDeployment', { deploymentId: deployment.id, autoRollbackEnabled: false });
    expect([service.taskSets.length, weight('test', 'one')]).toEqual([taskSets, testWeight]);
    expect(find(deployment.id).rollback).toBeNull();
  });

  test('in the middle of a shift the replacement stays whatever the setting says', () => {
    const { deploy, until, call, service, weight, clock } = rig({
      config: 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes',
      settings: { stopLeavesGreen: false },
    });
    const deployment = deploy();
    until(deployment, 'AllowTraffic');
    clock.advance(minute);
    call('StopDeployment', { deploymentId: deployment.id, autoRollbackEnabled: false });
    expect([service.taskSets.length, weight('prod', 'two')]).toEqual([2, 20]);
  });

  test.each([
    [true, 2],
    [false, 1],
  ])('in the termination wait: the original stays: %s', (stopLeavesBlue, count) => {
    const { deploy, until, call, service, primary } = rig({ settings: { stopLeavesBlue } });
    const deployment = deploy();
    until(deployment, 'TerminationWait');
    call('StopDeployment', { deploymentId: deployment.id, autoRollbackEnabled: false });
    expect([service.taskSets.length, primary()?.externalId]).toEqual([count, deployment.id]);
  });
});

test.each([
  'DeploymentIsNotInReadyStateException',
  'InvalidDeploymentStatusException',
  'UnsupportedActionForDeploymentTypeException',
] as const)('the end of the termination wait asked for before the shift: %s', (earlyTerminationContinue) => {
  const { deploy, until, call } = rig({ settings: { earlyTerminationContinue } });
  const deployment = deploy();
  until(deployment, 'Install');
  const input = { deploymentId: deployment.id, deploymentWaitType: 'TERMINATION_WAIT' };
  expect(() => call('ContinueDeployment', input)).toThrow(refused(earlyTerminationContinue));
});

test.each([
  ['AllowTraffic', [['AllowTraffic', 'Succeeded']]],
  ['none', []],
  [
    'all',
    [
      ['BeforeInstall', 'Skipped'],
      ['Install', 'Skipped'],
      ['AfterInstall', 'Skipped'],
      ['AllowTestTraffic', 'Skipped'],
      ['AfterAllowTestTraffic', 'Skipped'],
      ['BeforeAllowTraffic', 'Skipped'],
      ['AllowTraffic', 'Succeeded'],
      ['AfterAllowTraffic', 'Skipped'],
    ],
  ],
] as const)('events that a rollback deployment lists: %s', (rollbackDeploymentEvents, events) => {
  const { deploy, until, call, find, clock } = rig({ settings: { rollbackDeploymentEvents } });
  const deployment = deploy();
  until(deployment, 'AfterInstall');
  call('StopDeployment', { deploymentId: deployment.id, autoRollbackEnabled: true });
  clock.advance(minute);
  const back = find(deployment.rollback?.deploymentId ?? undefined);
  expect(back.status).toBe('Succeeded');
  expect(back.events.map(({ name, status }) => [name, status])).toEqual(events);
  const target = call('GetDeploymentTarget', { deploymentId: back.id, targetId: 'main:web' });
  expect(target).toMatchObject({ deploymentTarget: { ecsTarget: { lastUpdatedAt: expect.any(Date) } } });
});

test.each(['CODE_DEPLOY', 'codedeploy'])('a task set is startedBy %s', (taskSetStartedBy) => {
  const { sandbox } = rig({ settings: { taskSetStartedBy } });
  expect(describeServices.handle({ cluster: 'main', services: ['web'] }, sandbox, {})).toMatchObject({
    services: [{ taskSets: [{ startedBy: taskSetStartedBy }] }],
  });
});

test.each([
  ['swap', ['web:2', 'web:2']],
  ['success', ['web:1', 'web:2']],
  ['never', ['web:1', 'web:1']],
] as const)("the service's own task definition follows: %s", (serviceTaskDefinition, revisions) => {
  const { deploy, until, service } = rig({ settings: { serviceTaskDefinition } });
  const deployment = deploy();
  const seen = (['TerminationWait', 'Succeeded'] as const).map((phase) => {
    until(deployment, phase);
    return service.taskDefinition.split('/').at(-1);
  });
  expect(seen).toEqual(revisions);
});

test.each([
  ['Some other words.', 'Some other words.'],
  [null, null],
])('forceNewDeployment alone: %j', (forceNewDeploymentError, message) => {
  const { sandbox } = rig({ settings: { forceNewDeploymentError } });
  const update = () => updateService.handle({ cluster: 'main', service: 'web', forceNewDeployment: true }, sandbox, {});
  if (message === null) expect(update()).toMatchObject({ service: { serviceName: 'web' } });
  else expect(update).toThrow(expect.objectContaining({ code: 'InvalidParameterException', message }));
});

describe('sizes', () => {
  test.each<[string, Partial<OpenPoints>, object, string | null]>([
    ['a description of 512', {}, { description: 'x'.repeat(512) }, null],
    ['a description of 513', {}, { description: 'x'.repeat(513) }, 'DescriptionTooLongException'],
    ['another limit', { descriptionLimit: 256 }, { description: 'x'.repeat(257) }, 'DescriptionTooLongException'],
    ['an AppSpec without a limit', {}, {}, null],
    ['an AppSpec over the limit', { appSpecLimitBytes: 50 }, {}, 'InvalidRevisionException'],
  ])('%s', (_name, settings, input, code) => {
    const { deploy } = rig({ settings });
    if (code === null) expect(deploy(input).status).toBe('Created');
    else expect(() => deploy(input)).toThrow(refused(code));
  });
});

describe('KEEP_ALIVE', () => {
  const keep = {
    blueGreenDeploymentConfiguration: { terminateBlueInstancesOnDeploymentSuccess: { action: 'KEEP_ALIVE' as const } },
  };

  test('is refused by default', () => {
    expect(() => rig({ group: keep })).toThrow(refused('InvalidBlueGreenDeploymentConfigurationException'));
  });

  test('where it is taken, the original stays and nothing is waited for', () => {
    const { deploy, until, service, call } = rig({ group: keep, settings: { keepAlive: 'accepted' } });
    expect(call('GetDeploymentGroup', named)).toMatchObject({
      deploymentGroupInfo: keep,
    });
    const deployment = deploy();
    until(deployment, 'Succeeded');
    expect(deployment.terminationWait).toBe(false);
    expect(service.taskSets.map(({ status }) => status)).toEqual(['ACTIVE', 'PRIMARY']);
    until(deploy({ image: 'app:3' }), 'Succeeded');
    expect(service.taskSets).toHaveLength(2);
  });
});

test.each(['CodeDeployDefault.ECSCanary10Percent5Minutes', 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes'])(
  'a Network Load Balancer takes no %s, at create, update and deployment',
  (config) => {
    expect(() => rig({ balancer: 'network', config })).toThrow(refused('InvalidTrafficRoutingConfigurationException'));
    const { call, deploy } = rig({ balancer: 'network' });
    const { applicationName } = named;
    expect(() =>
      call('UpdateDeploymentGroup', {
        applicationName,
        currentDeploymentGroupName: 'group',
        deploymentConfigName: config,
      }),
    ).toThrow(refused('InvalidTrafficRoutingConfigurationException'));
    expect(() => deploy({ deploymentConfigName: config })).toThrow(
      refused('InvalidTrafficRoutingConfigurationException'),
    );
  },
);
