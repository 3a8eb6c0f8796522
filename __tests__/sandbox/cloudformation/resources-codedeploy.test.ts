import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Made } from '../../../sandbox/cloudformation/template/template.ts';
import { type JsonObject } from '../../../sandbox/json.ts';
import { getDeploymentGroup } from '../../../sandbox/operations/codedeploy/GetDeploymentGroup.ts';
import { resources, type Rig, serviceParts, type ServiceParts } from './resources-rig.ts';

const TYPE = 'CodeDeploy::DeploymentGroup';
const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:deployments';

let rig: Rig;
let parts: ServiceParts;
let service: Made;
beforeEach(async () => {
  rig = resources({}, { team: 'shop' });
  parts = await serviceParts(rig);
  service = await rig.create('ECS::Service', 'Service', parts.properties);
  await rig.create('CodeDeploy::Application', 'Application', { ApplicationName: 'app', ComputePlatform: 'ECS' });
});

const group = (more: object = {}): JsonObject => ({
  ApplicationName: 'app',
  DeploymentGroupName: 'group',
  ServiceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
  DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
  ECSServices: [{ ClusterName: parts.cluster.ref, ServiceName: service.attributes['Name'] }],
  LoadBalancerInfo: {
    TargetGroupPairInfoList: [
      {
        TargetGroups: [parts.blue, parts.green].map(({ attributes }) => ({ Name: attributes['TargetGroupName'] })),
        ProdTrafficRoute: { ListenerArns: [parts.listener.ref] },
        TestTrafficRoute: { ListenerArns: [parts.testListener.ref] },
      },
    ],
  },
  BlueGreenDeploymentConfiguration: {
    DeploymentReadyOption: { ActionOnTimeout: 'STOP_DEPLOYMENT', WaitTimeInMinutes: '10' },
    TerminateBlueInstancesOnDeploymentSuccess: { Action: 'TERMINATE', TerminationWaitTimeInMinutes: '60' },
  },
  ...more,
});

const shown = async () => {
  const asked = { applicationName: 'app', deploymentGroupName: 'group' };
  return (await getDeploymentGroup.handle(asked, rig.sandbox, {})).deploymentGroupInfo;
};

describe('AWS::CodeDeploy::DeploymentGroup', () => {
  const more = {
    AlarmConfiguration: { Enabled: 'true', Alarms: [{ Name: 'errors' }] },
    AutoRollbackConfiguration: { Enabled: true, Events: ['DEPLOYMENT_FAILURE'] },
    TriggerConfigurations: [
      { TriggerName: 'all', TriggerTargetArn: TOPIC, TriggerEvents: ['DeploymentSuccess', 'DeploymentRollback'] },
    ],
  };

  test('is what GetDeploymentGroup tells of it; Ref is its name', async () => {
    const made = await rig.create(TYPE, 'DeploymentGroup', group(more));
    expect(made).toEqual({ physicalId: 'group', ref: 'group', attributes: {} });
    expect(await shown()).toMatchObject({
      ecsServices: [{ clusterName: 'shop', serviceName: 'shop' }],
      deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
      alarmConfiguration: { enabled: true, alarms: [{ name: 'errors' }] },
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 10 },
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 60 },
      },
      triggerConfigurations: [
        { triggerName: 'all', triggerTargetArn: TOPIC, triggerEvents: ['DeploymentSuccess', 'DeploymentRollback'] },
      ],
    });
    expect(rig.sandbox.world.codedeploy.applications.get('app')?.groups.get('group')?.tags).toEqual(
      new Map([['team', 'shop']]),
    );
  });

  test('an update brings it to what the template says: what is left out goes back', async () => {
    const made = await rig.create(TYPE, 'DeploymentGroup', group(more));
    const after = group({
      DeploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
      Tags: [{ Key: 'a', Value: 1 }],
    });
    await rig.update(TYPE, 'DeploymentGroup', made, after, group(more));
    expect(await shown()).toMatchObject({
      deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
      alarmConfiguration: { enabled: false, alarms: [] },
      autoRollbackConfiguration: { enabled: false },
      triggerConfigurations: [],
    });
    await rig.remove(TYPE, 'DeploymentGroup', made, after);
    expect(rig.sandbox.world.codedeploy.applications.get('app')?.groups.size).toBe(0);
  });

  test.each([
    ['a trigger without events', { TriggerConfigurations: [{ TriggerName: 'all', TriggerTargetArn: TOPIC }] }, 'event'],
    [
      'a trigger on no topic',
      { TriggerConfigurations: [{ TriggerName: 'all', TriggerTargetArn: 'x', TriggerEvents: ['DeploymentStart'] }] },
      'must be the ARN of an SNS topic',
    ],
    ['a deployment of its own', { Deployment: { Revision: {} } }, 'not emulated'],
    ['no role', { ServiceRoleArn: undefined }, "Value null at 'serviceRoleArn'"],
  ])('%s is refused', async (_, wrong, text) => {
    await expect(rig.create(TYPE, 'DeploymentGroup', group(wrong))).rejects.toThrow(text);
  });
});

test('AWS::CodeDeploy::DeploymentConfig: its shift, and it stays while a group uses it', async () => {
  const made = await rig.create('CodeDeploy::DeploymentConfig', 'DeploymentConfig', {
    ComputePlatform: 'ECS',
    TrafficRoutingConfig: {
      Type: 'TimeBasedCanary',
      TimeBasedCanary: { CanaryPercentage: '20', CanaryInterval: '3' },
    },
  });
  expect(made.ref).toMatch(/^shop-DeploymentConfig-[A-Z0-9]{12}$/);
  expect(rig.sandbox.world.codedeploy.configs.get(made.ref)?.routing).toEqual({
    type: 'TimeBasedCanary',
    percentage: 20,
    interval: 3,
  });
  await rig.create(TYPE, 'DeploymentGroup', group({ DeploymentConfigName: made.ref }));
  const removing = rig.remove('CodeDeploy::DeploymentConfig', 'DeploymentConfig', made, {});
  await expect(removing).rejects.toMatchObject({ code: 'DeploymentConfigInUseException' });
});

test('AWS::CodeDeploy::Application: tags change in place, and it goes', async () => {
  const properties = { ApplicationName: 'other', ComputePlatform: 'ECS' };
  const made = await rig.create('CodeDeploy::Application', 'Other', properties);
  await rig.update(
    'CodeDeploy::Application',
    'Other',
    made,
    { ...properties, Tags: [{ Key: 'team', Value: 'own' }] },
    properties,
  );
  const { applications } = rig.sandbox.world.codedeploy;
  expect(applications.get('other')?.tags).toEqual(new Map([['team', 'own']]));
  await rig.remove('CodeDeploy::Application', 'Other', made, properties);
  expect([...applications.keys()]).toEqual(['app']);
});
