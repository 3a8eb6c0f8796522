/**
 * Wrong wires in service.yml, and what finds each: the stack, which fails; the step, which refuses before it builds; or the
 * look at production's listener while a deployment runs, where both accept it.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { clientsFor } from '../../../scripts/rehearsal/clients.ts';
import { deployImage } from '../deploy-image.ts';
import { type Edit, failures, launchService, lookOf, outputsOf, sharesOf } from './service-launch.ts';
import { type Stage, startStage } from './stage.ts';

const MINUTE = 60_000;

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const PAIR = ['DeploymentGroup', 'Properties', 'LoadBalancerInfo', 'TargetGroupPairInfoList', 0] as const;
const SERVICE = ['Service', 'Properties', 'LoadBalancers', 0] as const;
const CONTAINER = ['TaskDefinition', 'Properties', 'ContainerDefinitions', 0] as const;
const nameOf = (group: string) => ({ 'Fn::GetAtt': [group, 'TargetGroupName'] });
const leadsTo = (listener: string, group: string): Edit => [
  [listener, 'Properties', 'DefaultActions'],
  [{ Type: 'forward', TargetGroupArn: { Ref: group } }],
];
const onGreen: Edit = [[...SERVICE, 'TargetGroupArn'], { Ref: 'GreenTargetGroup' }];
const route = (of: 'Prod' | 'Test', listener: string): Edit => [
  [...PAIR, `${of}TrafficRoute`, 'ListenerArns'],
  [{ Ref: listener }],
];

describe('the stack fails, and says why', () => {
  test.each<[string, Edit[], string, RegExp]>([
    [
      'the deployment group names one target group twice',
      [
        [
          [...PAIR, 'TargetGroups'],
          [{ Name: nameOf('BlueTargetGroup') }, { Name: nameOf('BlueTargetGroup') }],
        ],
      ],
      'DeploymentGroup',
      /A target group pair must name two target groups/,
    ],
    [
      'the deployment group names a target group by its ARN',
      [[[...PAIR, 'TargetGroups', 1], { Name: { Ref: 'GreenTargetGroup' } }]],
      'DeploymentGroup',
      /must contain a valid pair of target groups/,
    ],
    [
      'the service registers in the group that no listener leads to',
      [onGreen],
      'Service',
      /targetGroupArn .*does not have an associated load balancer/,
    ],
    [
      'the service names a container that there is not',
      [[[...SERVICE, 'ContainerName'], 'web']],
      'Service',
      /The container web does not exist in the task definition/,
    ],
    [
      'the task definition names its container otherwise',
      [[[...CONTAINER, 'Name'], 'web']],
      'Service',
      /The container app does not exist in the task definition/,
    ],
    [
      'the service names a port that the container does not have',
      [[[...SERVICE, 'ContainerPort'], 81]],
      'Service',
      /The container app did not have a container port 81 defined/,
    ],
    [
      'the deployment group is for a service that there is not',
      [[['DeploymentGroup', 'Properties', 'ECSServices', 0, 'ServiceName'], 'other']],
      'DeploymentGroup',
      /There is no ECS service other in the cluster shop/,
    ],
    [
      'the deployment group belongs to no application',
      [[['DeploymentGroup', 'Properties', 'ApplicationName'], 'other']],
      'DeploymentGroup',
      /No application found for name: other/,
    ],
    [
      'the production route is no listener but the load balancer',
      [route('Prod', 'LoadBalancer')],
      'DeploymentGroup',
      /There is no listener arn:.*:loadbalancer\//,
    ],
    [
      'the service is left to the rolling controller',
      [[['Service', 'Properties', 'DeploymentController'], { Type: 'ECS' }]],
      'DeploymentGroup',
      /must be configured for a CODE_DEPLOY deployment controller/,
    ],
  ])('%s', async (_, edits, logicalId, text) => {
    await launchService(stage, edits);
    expect(await stage.status()).toBe('ROLLBACK_COMPLETE');
    expect(await failures(stage)).toEqual([expect.stringMatching(new RegExp(`^${logicalId}: .*${text.source}`))]);
  });
});

describe('the stack comes up, and the step refuses', () => {
  test.each<[string, Edit[], string]>([
    [
      'production leads to the group without tasks',
      [leadsTo('ProductionListener', 'GreenTargetGroup')],
      'find production behind its listener',
    ],
    [
      'target groups are swapped: the tasks are behind the test listener alone',
      [onGreen, leadsTo('TestListener', 'GreenTargetGroup')],
      'find production behind its listener',
    ],
    [
      'the pair lacks the group that the tasks are in',
      [
        onGreen,
        leadsTo('ProductionListener', 'GreenTargetGroup'),
        [['Spare'], { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: spare() }],
        [[...PAIR, 'TargetGroups', 1], { Name: nameOf('Spare') }],
      ],
      'tell the original target group from the replacement',
    ],
    [
      'the deployment group has a name that nobody looks for',
      [[['DeploymentGroup', 'Properties', 'DeploymentGroupName'], 'DgpECS-shop-other']],
      'find the CodeDeploy deployment group',
    ],
    [
      'the application has a name that nobody looks for',
      [[['Application', 'Properties', 'ApplicationName'], 'AppECS-shop-other']],
      'find the CodeDeploy deployment group',
    ],
  ])('%s', async (_, edits, tried) => {
    await launchService(stage, edits);
    expect(await failures(stage)).toEqual([]);
    expect(await stage.status()).toBe('CREATE_COMPLETE');
    expect((await lookOf(stage)).refusals.map((refusal) => refusal.tried)).toEqual([tried]);
  });

  function spare() {
    return { VpcId: { Ref: 'VpcId' }, TargetType: 'ip', Protocol: 'HTTP', Port: 80 };
  }
});

describe('stack and step accept it, and production shows it while a deployment runs', () => {
  test.each<[string, Edit[], object, object]>([
    ['as it is: a tenth first, then all', [], { blue: 90, green: 10 }, { green: 100 }],
    [
      'listeners swapped: production is on the new tasks before anyone has tested them',
      [route('Prod', 'TestListener'), route('Test', 'ProductionListener')],
      { green: 100 },
      { green: 100 },
    ],
    [
      'the test listener for both: production never moves, and its tasks end',
      [route('Prod', 'TestListener'), route('Test', 'TestListener')],
      { blue: 100 },
      { blue: 100 },
    ],
  ])('%s', async (_, edits, early, late) => {
    await launchService(stage, edits);
    expect((await lookOf(stage)).refusals).toEqual([]);
    const outputs = await outputsOf(stage);
    const shares = () => sharesOf(stage, outputs['ProductionListenerArn'], outputs);
    const names = { application: 'AppECS-shop-shop', group: 'DgpECS-shop-shop', service: 'shop' };
    await deployImage(clientsFor(stage.url), names, 'shop:v2');
    await stage.pass(2 * MINUTE);
    expect(shares()).toEqual(early);
    await stage.pass(90 * MINUTE);
    expect(shares()).toEqual(late);
  });

  test('the order of the pair is no fault: CodeDeploy finds the live one by the listener', async () => {
    const green = { Name: nameOf('GreenTargetGroup') };
    await launchService(stage, [
      [
        [...PAIR, 'TargetGroups'],
        [green, { Name: nameOf('BlueTargetGroup') }],
      ],
    ]);
    expect((await lookOf(stage)).refusals).toEqual([]);
  });
});
