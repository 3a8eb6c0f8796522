import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';

import { addDefinition, appSpec, rig, type RigOptions } from '../lifecycle/rig.ts';

const inline = (content: string, sha256?: string) => ({
  revisionType: 'AppSpecContent',
  appSpecContent: { content, ...(sha256 !== undefined && { sha256 }) },
});
const content = appSpec('arn:aws:ecs:eu-west-1:123456789012:task-definition/web:2');
const sha256 = createHash('sha256').update(content).digest('hex');
const valid = { applicationName: 'app', deploymentGroupName: 'group', revision: inline(content) };

describe('CreateDeployment', () => {
  const cases: [string, object, string][] = [
    ['no application', { applicationName: '' }, 'ApplicationNameRequiredException'],
    ['a bad application name', { applicationName: 'a b' }, 'InvalidApplicationNameException'],
    ['an unknown application', { applicationName: 'other' }, 'ApplicationDoesNotExistException'],
    ['no group', { deploymentGroupName: undefined }, 'DeploymentGroupNameRequiredException'],
    ['a group name too long', { deploymentGroupName: 'x'.repeat(101) }, 'InvalidDeploymentGroupNameException'],
    ['an unknown group', { deploymentGroupName: 'other' }, 'DeploymentGroupDoesNotExistException'],
    ['no revision', { revision: undefined }, 'RevisionRequiredException'],
    ['a revision on S3', { revision: { revisionType: 'S3', s3Location: {} } }, 'InvalidRevisionException'],
    ['an empty AppSpec', { revision: inline('') }, 'InvalidRevisionException'],
    ['another hash', { revision: inline(content, 'f'.repeat(64)) }, 'InvalidRevisionException'],
    ['an unknown configuration', { deploymentConfigName: 'other' }, 'DeploymentConfigDoesNotExistException'],
    [
      'a configuration for instances',
      { deploymentConfigName: 'CodeDeployDefault.OneAtATime' },
      'DeploymentConfigDoesNotExistException',
    ],
    ['a bad configuration name', { deploymentConfigName: '$' }, 'InvalidDeploymentConfigNameException'],
    ['a long description', { description: 'x'.repeat(513) }, 'DescriptionTooLongException'],
    ['rollback without events', { autoRollbackConfiguration: { enabled: true } }, 'InvalidAutoRollbackConfigException'],
    [
      'eleven alarms',
      { overrideAlarmConfiguration: { alarms: Array.from({ length: 11 }, (_, n) => ({ name: `a${n}` })) } },
      'AlarmsLimitExceededException',
    ],
  ];
  test.each(cases)('refuses %s, and makes nothing', (_name, change, code) => {
    const { call, world } = rig();
    expect(() => call('CreateDeployment', { ...valid, ...change })).toThrow(expect.objectContaining({ code }));
    expect(world.codedeploy.deployments.size).toBe(0);
  });

  test('one deployment at a time; the text names the other', () => {
    const { deploy, call, until } = rig();
    const first = deploy();
    expect(() => call('CreateDeployment', valid)).toThrow(
      expect.objectContaining({
        code: 'DeploymentLimitExceededException',
        message: `The Deployment Group 'group' already has an active Deployment '${first.id}'`,
      }),
    );
    until(first, 'Succeeded');
    expect(call('CreateDeployment', valid)).toEqual({ deploymentId: expect.stringMatching(/^d-[A-Z0-9]{9}$/) });
  });

  test('takes a description of 512 characters, the right hash, and what it overrides', () => {
    const { call, find, world } = rig();
    addDefinition(world, 2, 'app:2');
    const made = call('CreateDeployment', {
      ...valid,
      revision: inline(content, sha256),
      description: 'x'.repeat(512),
      deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
      autoRollbackConfiguration: { enabled: false },
      overrideAlarmConfiguration: { enabled: true, alarms: [{ name: 'errors' }] },
    }) as { deploymentId: string };
    const { options, configName } = find(made.deploymentId);
    expect(options).toMatchObject({ rollbackEvents: [], alarmsEnabled: true, alarms: ['errors'] });
    expect(configName).toBe('CodeDeployDefault.ECSCanary10Percent5Minutes');
    expect(world.codedeploy.applications.get('app')?.groups.get('group')).toMatchObject({ alarmsEnabled: false });
  });
});

describe('groups', () => {
  const pairs = (change: object) => ({
    group: {
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            targetGroups: [{ name: 'one' }, { name: 'two' }],
            prodTrafficRoute: { listenerArns: ['arn:none'] },
            ...change,
          },
        ],
      },
    },
  });
  const blueGreen = (blueGreenDeploymentConfiguration: object) => ({ group: { blueGreenDeploymentConfiguration } });
  const cases: [string, RigOptions, string][] = [
    ['no role', { group: { serviceRoleArn: undefined } }, 'RoleRequiredException'],
    ['a malformed role', { group: { serviceRoleArn: 'codedeploy' } }, 'InvalidRoleException'],
    ['in place', { group: { deploymentStyle: { deploymentType: 'IN_PLACE' } } }, 'InvalidDeploymentStyleException'],
    ['no service', { group: { ecsServices: [] } }, 'InvalidECSServiceException'],
    [
      'an unknown service',
      { group: { ecsServices: [{ serviceName: 'x', clusterName: 'main' }] } },
      'InvalidECSServiceException',
    ],
    ['no pair', { group: { loadBalancerInfo: {} } }, 'InvalidLoadBalancerInfoException'],
    ['an unknown listener', pairs({}), 'InvalidLoadBalancerInfoException'],
    [
      'one group twice',
      pairs({ targetGroups: [{ name: 'one' }, { name: 'one' }], prodTrafficRoute: undefined }),
      'InvalidLoadBalancerInfoException',
    ],
    ['an unknown configuration', { config: 'other' }, 'DeploymentConfigDoesNotExistException'],
    ['a wait over two days', { terminationWait: 2881 }, 'InvalidBlueGreenDeploymentConfigurationException'],
    [
      'KEEP_ALIVE',
      {
        group: {
          blueGreenDeploymentConfiguration: { terminateBlueInstancesOnDeploymentSuccess: { action: 'KEEP_ALIVE' } },
        },
      },
      'InvalidBlueGreenDeploymentConfigurationException',
    ],
    [
      'another end of the original task set',
      blueGreen({ terminateBlueInstancesOnDeploymentSuccess: { action: 'EXPLODE' } }),
      'InvalidBlueGreenDeploymentConfigurationException',
    ],
    [
      'another ready option',
      blueGreen({ deploymentReadyOption: { actionOnTimeout: 'LUNCH' } }),
      'InvalidBlueGreenDeploymentConfigurationException',
    ],
    ['a wait of less than nothing', { ready: -1 }, 'InvalidBlueGreenDeploymentConfigurationException'],
    ['a wait of half a minute', { terminationWait: 0.5 }, 'InvalidBlueGreenDeploymentConfigurationException'],
    [
      'an unknown event of a rollback',
      { group: { autoRollbackConfiguration: { enabled: true, events: ['ON_MONDAY' as never] } } },
      'InvalidAutoRollbackConfigException',
    ],
    [
      'a gradual shift behind a Network Load Balancer',
      { balancer: 'network', config: 'CodeDeployDefault.ECSCanary10Percent5Minutes' },
      'InvalidTrafficRoutingConfigurationException',
    ],
  ];
  test.each([
    ['InvalidFileExistsBehaviorException', { fileExistsBehavior: 'EAT' as never }],
    ['InvalidTargetInstancesException', { targetInstances: { autoScalingGroups: ['a'] } }],
  ])('CreateDeployment: %s', (code, input) => {
    expect(() => rig().deploy(input)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ['InvalidRoleException', { serviceRoleArn: 'me' }],
    ['RoleRequiredException', { serviceRoleArn: '' }],
  ])('UpdateDeploymentGroup: %s', (code, input) => {
    const group = { applicationName: 'app', currentDeploymentGroupName: 'group' };
    expect(() => rig().call('UpdateDeploymentGroup', { ...group, ...input })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test.each(cases)('CreateDeploymentGroup refuses %s', (_name, options, code) => {
    expect(() => rig(options)).toThrow(expect.objectContaining({ code }));
  });

  test('one group for a service; names are taken once', () => {
    const { call, world } = rig();
    const group = world.codedeploy.applications.get('app')?.groups.get('group');
    expect(group).toMatchObject({ cluster: 'main', service: 'web', targetGroups: ['one', 'two'] });
    expect(() => call('CreateApplication', { applicationName: 'app', computePlatform: 'ECS' })).toThrow(
      expect.objectContaining({ code: 'ApplicationAlreadyExistsException' }),
    );
  });

  test('UpdateDeploymentGroup changes what it names, and nothing of a running deployment', () => {
    const { call, deploy, until, world } = rig({ terminationWait: 5 });
    const deployment = deploy();
    call('UpdateDeploymentGroup', {
      applicationName: 'app',
      currentDeploymentGroupName: 'group',
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
      },
    });
    const group = world.codedeploy.applications.get('app')?.groups.get('group');
    expect(group).toMatchObject({ terminationWaitMinutes: 0, prodListenerArn: deployment.options.prodListenerArn });
    until(deployment, 'Succeeded');
    const shifted = deployment.events.at(-1)?.endedAt ?? 0;
    expect((deployment.completedAt ?? 0) - shifted).toBeGreaterThanOrEqual(5 * 60_000);
  });

  test('GetDeploymentGroup tells its last deployments', () => {
    const { call, deploy, until } = rig({ settings: { hooks: { check: 'Failed' } } });
    const first = deploy();
    until(first, 'Succeeded');
    const second = deploy({ hooks: { BeforeInstall: 'check' } });
    until(second, 'Failed');
    expect(call('GetDeploymentGroup', { applicationName: 'app', deploymentGroupName: 'group' })).toMatchObject({
      deploymentGroupInfo: {
        computePlatform: 'ECS',
        ecsServices: [{ serviceName: 'web', clusterName: 'main' }],
        lastSuccessfulDeployment: { deploymentId: first.id, status: 'Succeeded', createTime: expect.any(Date) },
        lastAttemptedDeployment: { deploymentId: second.id, status: 'Failed' },
      },
    });
  });
});
