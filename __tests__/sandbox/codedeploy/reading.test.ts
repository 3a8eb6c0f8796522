import { describe, expect, test } from '@jest/globals';

import { minute, rig } from '../lifecycle/rig.ts';

const refusal = (code: string) => expect.objectContaining({ code });

describe('GetDeployment', () => {
  test('leaves the AppSpec out but for its sha256, by which GetApplicationRevision finds it', () => {
    const { deploy, call } = rig();
    const deployment = deploy({ description: 'from here' });
    const { sha256, content } = deployment.revision;
    const answer = call('GetDeployment', { deploymentId: deployment.id });
    expect(answer).toMatchObject({
      deploymentInfo: {
        deploymentId: deployment.id,
        status: 'Created',
        description: 'from here',
        creator: 'user',
        createTime: new Date(deployment.createdAt),
        deploymentOverview: { Pending: 1, Succeeded: 0 },
        revision: { revisionType: 'AppSpecContent', appSpecContent: { sha256 } },
      },
    });
    expect(JSON.stringify(answer)).not.toContain('TargetService');
    const revision = { revisionType: 'AppSpecContent', appSpecContent: { sha256 } };
    expect(call('GetApplicationRevision', { applicationName: 'app', revision })).toMatchObject({
      revision: { appSpecContent: { content, sha256 } },
      revisionInfo: { deploymentGroups: ['group'] },
    });
  });

  test.each([true, false])('instanceTerminationWaitTimeStarted: the settings say %s', (terminationWaitFlag) => {
    const { deploy, until, call } = rig({ settings: { terminationWaitFlag } });
    const deployment = deploy();
    const flag = () => call('GetDeployment', { deploymentId: deployment.id });
    expect(flag()).toMatchObject({ deploymentInfo: { instanceTerminationWaitTimeStarted: false } });
    until(deployment, 'TerminationWait');
    expect(flag()).toMatchObject({ deploymentInfo: { instanceTerminationWaitTimeStarted: terminationWaitFlag } });
  });

  test('names the rollback, and the rollback names it', () => {
    const { deploy, until, clock, call } = rig({ settings: { hooks: { check: 'Failed' } } });
    const deployment = deploy({ hooks: { AfterInstall: 'check' } });
    until(deployment, 'Failed');
    clock.advance(minute);
    const back = deployment.rollback?.deploymentId;
    expect(call('BatchGetDeployments', { deploymentIds: [deployment.id, back] })).toMatchObject({
      deploymentsInfo: [
        {
          status: 'Failed',
          errorInformation: { code: 'HOOK_EXECUTION_FAILURE' },
          rollbackInfo: { rollbackDeploymentId: back },
        },
        {
          status: 'Succeeded',
          creator: 'codeDeployRollback',
          rollbackInfo: { rollbackTriggeringDeploymentId: deployment.id },
        },
      ],
    });
  });
});

describe('the target', () => {
  test('is there once the deployment has started', () => {
    const { deploy, call, until } = rig();
    const deployment = deploy();
    const { id: deploymentId } = deployment;
    const asked = { deploymentId, targetId: 'main:web' };
    const operations = [
      ['GetDeploymentTarget', asked],
      ['BatchGetDeploymentTargets', { deploymentId, targetIds: ['main:web'] }],
      ['ListDeploymentTargets', { deploymentId }],
    ] as const;
    for (const [name, input] of operations)
      expect(() => call(name, input)).toThrow(refusal('DeploymentNotStartedException'));
    until(deployment, 'BeforeInstall');
    for (const [name, input] of operations) expect(call(name, input)).toBeDefined();
  });

  test('shows task sets, weights and events', () => {
    const { deploy, call, until, clock, primary } = rig({
      config: 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes',
    });
    const blue = primary()?.id;
    const deployment = deploy();
    until(deployment, 'AllowTraffic');
    clock.advance(2 * minute);
    const { id: deploymentId } = deployment;
    expect(call('ListDeploymentTargets', { deploymentId })).toEqual({ targetIds: ['main:web'], nextToken: undefined });
    const counts = { desiredCount: 2, runningCount: 2, pendingCount: 0 };
    const target = {
      deploymentTargetType: 'ECSTarget',
      ecsTarget: {
        targetId: 'main:web',
        targetArn: 'arn:aws:ecs:eu-west-1:123456789012:service/main/web',
        status: 'InProgress',
        taskSetsInfo: [
          {
            identifer: blue,
            status: 'PRIMARY',
            trafficWeight: 70,
            targetGroup: { name: 'one' },
            taskSetLabel: 'Blue',
            ...counts,
          },
          {
            identifer: deployment.green,
            status: 'ACTIVE',
            trafficWeight: 30,
            targetGroup: { name: 'two' },
            taskSetLabel: 'Green',
            ...counts,
          },
        ],
      },
    };
    expect(call('GetDeploymentTarget', { deploymentId, targetId: 'main:web' })).toMatchObject({
      deploymentTarget: target,
    });
    expect(call('BatchGetDeploymentTargets', { deploymentId, targetIds: ['main:web'] })).toMatchObject({
      deploymentTargets: [target],
    });
    until(deployment, 'Succeeded');
    deploy();
    clock.advance(60 * minute);
    expect(call('GetDeploymentTarget', { deploymentId, targetId: 'main:web' })).toMatchObject({
      deploymentTarget: {
        ecsTarget: {
          status: 'Succeeded',
          taskSetsInfo: [
            { status: 'ACTIVE', trafficWeight: 0, runningCount: 0 },
            { status: 'PRIMARY', trafficWeight: 100 },
          ],
        },
      },
    });
  });

  test.each([
    ['GetDeploymentTarget', { targetId: '' }, 'DeploymentTargetIdRequiredException'],
    ['GetDeploymentTarget', { targetId: 'web' }, 'InvalidDeploymentTargetIdException'],
    ['GetDeploymentTarget', { targetId: 'main:other' }, 'DeploymentTargetDoesNotExistException'],
    ['BatchGetDeploymentTargets', { targetIds: [] }, 'DeploymentTargetIdRequiredException'],
    ['BatchGetDeploymentTargets', { targetIds: ['main:web', 'a:b'] }, 'DeploymentTargetListSizeExceededException'],
  ])('%s %j: %s', (operation, input, code) => {
    const { deploy, until, call } = rig();
    const deployment = deploy();
    until(deployment, 'Install');
    expect(() => call(operation, { deploymentId: deployment.id, ...input })).toThrow(refusal(code));
  });
});

describe('ListDeployments', () => {
  const three = () => {
    const set = rig({ terminationWait: 0 });
    const ids = [1, 2, 3].map(() => {
      const deployment = set.deploy();
      set.until(deployment, 'Succeeded');
      set.clock.advance(minute);
      return deployment;
    });
    return { ...set, ids };
  };

  test('newest first, by group, status and time', () => {
    const { call, ids, deploy } = three();
    const running = deploy();
    const [one, two, three_] = ids.map((deployment) => deployment.id);
    const group = { applicationName: 'app', deploymentGroupName: 'group' };
    const list = (input: object) => (call('ListDeployments', input) as { deployments: string[] }).deployments;
    expect(list(group)).toEqual([running.id, three_, two, one]);
    expect(list({ ...group, includeOnlyStatuses: ['Created', 'InProgress'] })).toEqual([running.id]);
    const start = new Date(ids[1]?.createdAt ?? 0);
    expect(list({ ...group, createTimeRange: { start } })).toEqual([running.id, three_, two]);
    expect(list({ ...group, createTimeRange: { end: start } })).toEqual([two, one]);
  });

  test.each([
    [{ applicationName: 'other' }, 'ApplicationDoesNotExistException'],
    [{ applicationName: 'app', deploymentGroupName: 'other' }, 'DeploymentGroupDoesNotExistException'],
    [{ nextToken: 'x' }, 'InvalidNextTokenException'],
    [{ createTimeRange: { start: new Date(2), end: new Date(1) } }, 'InvalidTimeRangeException'],
  ])('%j: %s', (input, code) => {
    const { call } = rig();
    expect(() => call('ListDeployments', input)).toThrow(refusal(code));
  });
});

describe('PutLifecycleEventHookExecutionStatus', () => {
  const waiting = () => {
    const set = rig({ settings: { hooks: { check: 'silent' } } });
    const deployment = set.deploy({ hooks: { AfterInstall: 'check' } });
    set.until(deployment, 'AfterInstall');
    const answer = (change: object) =>
      set.call('PutLifecycleEventHookExecutionStatus', {
        deploymentId: deployment.id,
        lifecycleEventHookExecutionId: deployment.hook?.executionId,
        status: 'Succeeded',
        ...change,
      });
    return { ...set, deployment, answer };
  };

  test('a hook that answers late is answered', () => {
    const { deployment, answer, clock, until } = waiting();
    clock.advance(59 * minute);
    const { executionId } = deployment.hook ?? {};
    expect(answer({})).toEqual({ lifecycleEventHookExecutionId: executionId });
    until(deployment, 'Succeeded');
    expect(() => answer({ lifecycleEventHookExecutionId: executionId })).toThrow(
      refusal('LifecycleEventAlreadyCompletedException'),
    );
  });

  test('Failed fails the deployment', () => {
    const { deployment, answer } = waiting();
    answer({ status: 'Failed' });
    expect(deployment).toMatchObject({ status: 'Failed', error: { code: 'HOOK_EXECUTION_FAILURE' } });
  });

  test.each([
    [{ status: 'Skipped' }, 'InvalidLifecycleEventHookExecutionStatusException'],
    [{ lifecycleEventHookExecutionId: 'x' }, 'InvalidLifecycleEventHookExecutionIdException'],
    [{ deploymentId: 'd-000000000' }, 'DeploymentDoesNotExistException'],
    [{ deploymentId: 'x' }, 'InvalidDeploymentIdException'],
    [{ deploymentId: undefined }, 'DeploymentIdRequiredException'],
  ])('%j: %s', (change, code) => {
    const { answer, deployment } = waiting();
    expect(() => answer(change)).toThrow(refusal(code));
    expect(deployment.phase).toBe('AfterInstall');
  });
});

describe('applications, groups and configurations', () => {
  test('are listed', () => {
    const { call } = rig();
    expect(call('ListApplications', {})).toMatchObject({ applications: ['app'] });
    expect(call('GetApplication', { applicationName: 'app' })).toMatchObject({
      application: { computePlatform: 'ECS' },
    });
    expect(call('ListDeploymentGroups', { applicationName: 'app' })).toMatchObject({ deploymentGroups: ['group'] });
  });

  test('GetDeploymentConfig knows the predefined ones, and those that were made', () => {
    const { call } = rig();
    const own = {
      type: 'TimeBasedCanary',
      timeBasedCanary: { canaryPercentage: 5, canaryInterval: 2_880 },
    };
    const input = { deploymentConfigName: 'own', computePlatform: 'ECS', trafficRoutingConfig: own };
    call('CreateDeploymentConfig', input);
    expect(call('GetDeploymentConfig', { deploymentConfigName: 'own' })).toMatchObject({
      deploymentConfigInfo: { trafficRoutingConfig: own },
    });
    const name = 'CodeDeployDefault.ECSLinear10PercentEvery3Minutes';
    expect(call('GetDeploymentConfig', { deploymentConfigName: name })).toMatchObject({
      deploymentConfigInfo: {
        deploymentConfigName: name,
        trafficRoutingConfig: {
          type: 'TimeBasedLinear',
          timeBasedLinear: { linearPercentage: 10, linearInterval: 3 },
        },
      },
    });
    expect(() => call('CreateDeploymentConfig', input)).toThrow(refusal('DeploymentConfigAlreadyExistsException'));
  });

  const linear = (linearPercentage: number, linearInterval: number) => ({
    trafficRoutingConfig: { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage, linearInterval } },
  });
  test.each([
    [{ deploymentConfigName: 'CodeDeployDefault.Own' }, 'InvalidDeploymentConfigNameException'],
    [{ computePlatform: 'Lambda' }, 'InvalidComputePlatformException'],
    [linear(100, 1), 'InvalidTrafficRoutingConfigurationException'],
    [linear(1, 30), 'InvalidTrafficRoutingConfigurationException'],
    [{ trafficRoutingConfig: { type: 'TimeBasedCanary' } }, 'InvalidTrafficRoutingConfigurationException'],
  ])('CreateDeploymentConfig %j: %s', (change, code) => {
    const { call } = rig();
    const input = { deploymentConfigName: 'own', computePlatform: 'ECS', ...change };
    expect(() => call('CreateDeploymentConfig', input)).toThrow(refusal(code));
  });

  test('RegisterApplicationRevision keeps an AppSpec', () => {
    const { call, world } = rig();
    const revision = { revisionType: 'AppSpecContent', appSpecContent: { content: 'version: 0.0' } };
    call('RegisterApplicationRevision', { applicationName: 'app', revision });
    expect([...(world.codedeploy.applications.get('app')?.revisions.values() ?? [])]).toEqual(['version: 0.0']);
    const unknown = { revisionType: 'AppSpecContent', appSpecContent: { sha256: 'x' } };
    expect(() => call('GetApplicationRevision', { applicationName: 'app', revision: unknown })).toThrow(
      refusal('RevisionDoesNotExistException'),
    );
  });
});
