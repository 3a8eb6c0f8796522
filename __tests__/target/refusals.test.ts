import { describe, expect, test } from '@jest/globals';
import { type DeployInputs } from '../../src/inputs/types.ts';
import {
  BLUE,
  build,
  container,
  definition,
  failure,
  forward,
  GREEN,
  group,
  inputs,
  LISTENER,
  LIVE,
  OTHER,
  primarySet,
  RULE,
  service,
  world,
  type World,
} from './fake-aws.ts';
import { refusalsOf } from './judge.ts';

interface Case {
  readonly name: string;
  readonly world?: Partial<World>;
  readonly inputs?: DeployInputs;
  readonly why: string;
  readonly repair: string;
}

const APPSPEC = JSON.stringify({
  version: 0,
  Resources: [
    {
      Target: {
        Type: 'AWS::ECS::Service',
        Properties: { TaskDefinition: 'x', LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 80 } },
      },
    },
  ],
});

const byInputs = { application: 'shop-app', group: 'web-group' };
const groups = (found: World['groups'][string]): Partial<World> => ({ groups: { 'shop-app/web-group': found } });
const runs = (status: string, more: object = {}): Partial<World> => ({
  ...groups(group({ lastAttemptedDeployment: { deploymentId: 'd-RUNNING01', status: 'InProgress' } })),
  deployments: {
    'd-MADEPRIM1': { status: 'Succeeded', applicationName: 'shop-app', deploymentGroupName: 'web-group' },
    'd-RUNNING01': {
      status: status as 'InProgress',
      applicationName: 'shop-app',
      deploymentGroupName: 'web-group',
      description: 'marker of another run\nsecond line',
      ...more,
    },
  },
});

const SERVICE: readonly Case[] = [
  {
    name: 'service absent',
    world: { service: null },
    why: 'cluster shop has no service web in eu-west-1',
    repair: 'aws ecs list-services --cluster shop --region eu-west-1',
  },
  {
    name: 'service deleted',
    world: { service: service({ status: 'INACTIVE' }) },
    why: 'its status is INACTIVE: it was deleted',
    repair: 'Create it again, with the CODE_DEPLOY deployment controller',
  },
  {
    name: 'service being deleted',
    world: { service: service({ status: 'DRAINING' }) },
    why: 'it is DRAINING: it is being deleted',
    repair: 'Wait until it is gone',
  },
  {
    name: 'cluster absent',
    world: {
      service: failure('ecs', 'DescribeServices', 'shop/web', 'ClusterNotFoundException', 'Cluster not found.'),
    },
    why: 'Cluster not found.',
    repair: 'aws ecs list-clusters --region eu-west-1',
  },
  {
    name: 'rolling controller',
    world: { service: service({ deploymentController: { type: 'ECS' } }) },
    why: 'its deployment controller is ECS, and',
    repair: 'Use aws-actions/amazon-ecs-deploy-task-definition',
  },
  {
    name: 'no controller named is ECS',
    world: { service: service({ deploymentController: undefined }) },
    why: 'its deployment controller is ECS',
    repair: 'aws-actions/amazon-ecs-deploy-task-definition',
  },
  {
    name: 'native blue/green',
    world: {
      service: service({
        deploymentController: { type: 'ECS' },
        deploymentConfiguration: { strategy: 'BLUE_GREEN' },
      }),
    },
    why: 'ECS with strategy BLUE_GREEN',
    repair: 'ECS’s own blue/green',
  },
  {
    name: 'external controller',
    world: { service: service({ deploymentController: { type: 'EXTERNAL' } }) },
    why: 'its deployment controller is EXTERNAL',
    repair: 'the tool that makes its task sets (ecs:CreateTaskSet)',
  },
  {
    name: 'no PRIMARY task set',
    world: { service: service({ taskSets: [primarySet({ status: 'ACTIVE' })] }), ...groups(group()) },
    inputs: inputs({ codedeploy: byInputs }),
    why: 'the service has no PRIMARY task set',
    repair: 'aws ecs describe-services --cluster shop --services web --region eu-west-1',
  },
  {
    name: 'no load balancer',
    world: { service: service({ taskSets: [primarySet({ loadBalancers: [] })] }) },
    why: 'the PRIMARY task set ecs-svc/1 has no load balancer',
    repair: 'CodeDeploy needs a service behind a load balancer',
  },
];

const GROUP: readonly Case[] = [
  {
    name: 'group of another service',
    world: groups(group({ ecsServices: [{ clusterName: 'shop', serviceName: 'api' }] })),
    why: 'it deploys shop/api, not shop/web in eu-west-1',
    repair: 'aws deploy list-deployment-groups --application-name shop-app --region eu-west-1',
  },
  {
    name: 'group for another platform',
    world: groups(group({ computePlatform: 'Lambda' })),
    why: 'it is for compute platform Lambda',
    repair: "Set inputs 'codedeploy-application' and 'codedeploy-deployment-group'",
  },
  {
    name: 'group without listener and pair',
    world: groups(group({ loadBalancerInfo: {} })),
    why: 'it lacks a pair of target groups and a production listener',
    repair: 'Complete it in the CodeDeploy console',
  },
  {
    name: 'PRIMARY outside the pair',
    world: {
      service: service({
        taskSets: [
          primarySet({ loadBalancers: [{ targetGroupArn: OTHER, containerName: 'app', containerPort: 8080 }] }),
        ],
      }),
    },
    why: "the PRIMARY task set is in target group other, and the group's pair is web-blue and web-green",
    repair: "Put other into the deployment group's pair",
  },
  {
    name: 'group of the inputs is absent',
    inputs: inputs({ codedeploy: { application: 'nope', group: 'web-group' } }),
    why: 'DeploymentGroupDoesNotExistException',
    repair: 'aws deploy list-deployment-groups --application-name nope --region eu-west-1',
  },
  {
    name: 'test-ready where the group does not wait',
    world: groups(
      group({
        blueGreenDeploymentConfiguration: { deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' } },
        loadBalancerInfo: {
          targetGroupPairInfoList: [
            {
              targetGroups: [{ name: 'web-blue' }, { name: 'web-green' }],
              prodTrafficRoute: { listenerArns: [LISTENER] },
              testTrafficRoute: { listenerArns: [`${LISTENER}-test`] },
            },
          ],
        },
      }),
    ),
    inputs: inputs({ waiting: { until: 'test-ready' } }),
    why: 'deploymentReadyOption.actionOnTimeout is CONTINUE_DEPLOYMENT',
    repair: '{"actionOnTimeout":"STOP_DEPLOYMENT","waitTimeInMinutes":60}',
  },
  {
    name: 'test-ready without a test listener',
    world: groups(
      group({
        blueGreenDeploymentConfiguration: {
          deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 60 },
        },
      }),
    ),
    inputs: inputs({ waiting: { until: 'test-ready' } }),
    why: 'the group has no test listener',
    repair: 'loadBalancerInfo.targetGroupPairInfoList[0].testTrafficRoute',
  },
  {
    name: 'configuration absent',
    inputs: inputs({ codedeploy: { config: 'mine' } }),
    why: 'DeploymentConfigDoesNotExistException',
    repair: 'aws deploy list-deployment-configs --region eu-west-1',
  },
  {
    name: 'configuration for Lambda',
    world: { configs: { mine: { computePlatform: 'Lambda' } } },
    inputs: inputs({ codedeploy: { config: 'mine' } }),
    why: 'it is for compute platform Lambda',
    repair: 'such as CodeDeployDefault.ECSAllAtOnce',
  },
  {
    name: 'canary behind a Network Load Balancer',
    world: groups(
      group({
        deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
        loadBalancerInfo: {
          targetGroupPairInfoList: [
            {
              targetGroups: [{ name: 'web-blue' }, { name: 'web-green' }],
              prodTrafficRoute: { listenerArns: [LISTENER.replace('/app/', '/net/')] },
            },
          ],
        },
      }),
    ),
    why: 'can only shift all traffic at once',
    repair: "Set input 'codedeploy-deployment-config' to CodeDeployDefault.ECSAllAtOnce",
  },
  {
    name: 'a target group of the pair is gone',
    world: {
      targetGroups: failure(
        'elasticloadbalancing',
        'DescribeTargetGroups',
        'web-blue, web-green',
        'TargetGroupNotFound',
      ),
    },
    why: 'TargetGroupNotFound',
    repair: 'a pair of target groups that exist',
  },
];

const RUNNING: readonly Case[] = [
  {
    name: 'another deployment in progress',
    world: runs('InProgress'),
    why: 'deployment d-RUNNING01 is InProgress, and a group has one deployment at a time; its description says: marker of another run second line',
    repair: 'aws deploy stop-deployment --deployment-id d-RUNNING01 --auto-rollback-enabled --region eu-west-1',
  },
  {
    name: 'another deployment ready',
    world: runs('Ready'),
    why: 'd-RUNNING01 is Ready',
    repair:
      'aws deploy continue-deployment --deployment-id d-RUNNING01 --deployment-wait-type READY_WAIT --region eu-west-1',
  },
  {
    name: 'a rollback in progress',
    world: runs('InProgress', { creator: 'codeDeployRollback' }),
    why: 'd-RUNNING01, a rollback, is InProgress',
    repair: 'Wait until the rollback has ended',
  },
  {
    name: 'the termination wait of the deployment that made PRIMARY',
    world: { ...runs('InProgress'), service: service({ taskSets: [primarySet({ externalId: 'd-RUNNING01' })] }) },
    why: 'd-RUNNING01 is InProgress',
    repair: '--deployment-wait-type TERMINATION_WAIT',
  },
  {
    name: 'a status that is not known yet',
    world: runs('Simmering'),
    why: 'd-RUNNING01 is Simmering',
    repair: 'https://console.aws.amazon.com/codesuite/codedeploy/deployments/d-RUNNING01?region=eu-west-1',
  },
];

const LISTENERS: readonly Case[] = [
  {
    name: 'default action forwards to the sibling',
    world: { rules: [forward(GREEN)] },
    why: 'the PRIMARY task set is in target group web-blue, but its default action forwards to web-green',
    repair: `aws elbv2 modify-listener --listener-arn ${LISTENER} --default-actions Type=forward,TargetGroupArn=${BLUE} --region eu-west-1`,
  },
  {
    name: 'a rule forwards to the sibling',
    world: { rules: [forward(OTHER), forward(GREEN, RULE)] },
    why: `but rule ${RULE} forwards to web-green`,
    repair: `aws elbv2 modify-rule --rule-arn ${RULE} --actions Type=forward,TargetGroupArn=${BLUE} --region eu-west-1`,
  },
  {
    name: 'nothing forwards to either',
    world: { rules: [forward(OTHER)] },
    why: 'no action of it gives that group any traffic',
    repair: `aws elbv2 modify-listener --listener-arn ${LISTENER}`,
  },
  {
    name: 'listener is gone',
    world: { rules: failure('elasticloadbalancing', 'DescribeRules', LISTENER, 'ListenerNotFound') },
    why: 'ListenerNotFound',
    repair: 'a production listener that exists',
  },
];

const IMAGES: readonly Case[] = [
  {
    name: 'repository absent',
    inputs: inputs({ source: build('new/app') }),
    why: 'RepositoryNotFoundException',
    repair: 'aws ecr create-repository --repository-name new/app --region eu-west-1',
  },
  {
    name: 'repository of a registry that is not ECR',
    inputs: inputs({ source: build('ghcr.io/owner/web') }),
    why: 'ghcr.io is not a registry of Amazon ECR',
    repair: "name it in input 'image'",
  },
  {
    name: 'platforms without that of the service',
    world: {
      definitions: { [LIVE]: { ...definition(), runtimePlatform: { cpuArchitecture: 'ARM64' } } },
    },
    inputs: inputs({ source: { ...build(), platforms: ['linux/amd64', 'linux/arm/v7'] } }),
    why: 'runs on linux/arm64 (runtimePlatform), and the image is for linux/amd64, linux/arm',
    repair: "Add linux/arm64 to input 'platforms'",
  },
  {
    name: 'container of container-name absent',
    inputs: inputs({ source: build(), changes: { containerName: 'wep' } }),
    why: "container 'wep' is not in task definition web:12; it has: app",
    repair: 'Name one of these in container-name',
  },
  {
    name: 'container of images absent',
    inputs: inputs({ changes: { images: new Map([['sidecar', { kind: 'given', reference: 'x:1' }]]) } }),
    why: "container 'sidecar' is not in task definition web:12; it has: app",
    repair: 'Name one of these in container-name (or images)',
  },
  {
    name: 'a container left without an image',
    world: { definitions: { [LIVE]: definition([container('app', 8080), container('log', undefined, ' ')]) } },
    inputs: inputs({ source: build() }),
    why: "no image for container 'log'",
    repair: "name the container in input 'images'",
  },
  {
    name: 'images says built, and nothing is built',
    inputs: inputs({ changes: { images: new Map([['app', { kind: 'built' }]]) } }),
    why: 'images gives app a built image, but none is built',
    repair: 'Set repository, or give a reference',
  },
  {
    name: 'the built image has nowhere to go',
    inputs: inputs({ source: build(), changes: { images: new Map([['app', { kind: 'given', reference: 'x:1' }]]) } }),
    why: 'no container takes the image that is built',
    repair: "Give one container the word 'built'",
  },
];

const DEFINITION: readonly Case[] = [
  {
    name: 'task definition absent',
    inputs: inputs({ definition: { kind: 'reference', reference: 'web:99' } }),
    why: 'ClientException: Unable to describe.',
    repair: 'Check family, revision, account and region',
  },
  {
    name: 'task definition file absent',
    inputs: inputs({ definition: { kind: 'file', path: 'taskdef.json' } }),
    why: 'there is no file /workspace/taskdef.json',
    repair: 'relative to the workspace',
  },
  {
    name: 'AppSpec absent',
    inputs: inputs({ codedeploy: { appspec: 'a.yaml' } }),
    why: 'there is no file /workspace/a.yaml',
    repair: 'Check codedeploy-appspec',
  },
  {
    name: 'container of the AppSpec absent',
    world: { files: { '/workspace/appspec.yaml': APPSPEC } },
    why: "appspec.yaml names container 'web', and the task definition has: app",
    repair: 'name another one in appspec.yaml',
  },
  {
    name: 'port of the AppSpec not mapped',
    world: { definitions: { [LIVE]: definition([container('app', 3000)]) } },
    why: "the PRIMARY task set names port 8080 of container 'app', and the task definition maps only 3000",
    repair: '{"containerPort":8080,"protocol":"tcp"}',
  },
];

describe.each([
  ['service', SERVICE],
  ['deployment group', GROUP],
  ['deployment in progress', RUNNING],
  ['listener', LISTENERS],
  ['images', IMAGES],
  ['definition and AppSpec', DEFINITION],
])('one refusal, with its repair: %s', (_, cases) => {
  test.each(cases)('$name', async (of) => {
    const refusals = await refusalsOf(world(of.world), of.inputs ?? inputs());
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.why).toContain(of.why);
    expect(refusals[0]?.repair).toContain(of.repair);
  });
});
