import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { parse } from 'yaml';
import { type Outputs, type ServiceStage, startServiceStage, SUBNETS, trial } from './service-stage.ts';

let stage: ServiceStage;
let outputs: Outputs;
beforeAll(async () => {
  stage = await startServiceStage();
  outputs = await stage.launch('first', 'service.yml', trial);
});
afterAll(() => stage.close());

const arn = (service: string, rest: string): unknown =>
  expect.stringMatching(new RegExp(`^arn:aws:${service}:(eu-west-1)?:123456789012:${rest}$`));

test('all that the step, other templates and people ask for is an output', () => {
  const listener = arn('elasticloadbalancing', String.raw`listener/app/[\w-]+/[0-9a-f]{16}/[0-9a-f]{16}`);
  expect(outputs).toEqual({
    Cluster: 'shop',
    Service: 'shop',
    Repository: 'shop',
    RepositoryUri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop',
    RepositoryArn: 'arn:aws:ecr:eu-west-1:123456789012:repository/shop',
    Family: 'shop',
    ContainerName: 'app',
    ContainerPort: '8080',
    Application: 'AppECS-shop-shop',
    DeploymentGroup: 'DgpECS-shop-shop',
    DeploymentConfig: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
    ProductionUrl: expect.stringMatching(/^http:\/\/[\w.-]+\.elb\.amazonaws\.com$/),
    TestUrl: expect.stringMatching(/^http:\/\/[\w.-]+\.elb\.amazonaws\.com:8080$/),
    ProductionListenerArn: listener,
    TestListenerArn: listener,
    LoadBalancerSecurityGroupId: expect.stringMatching(/^sg-[0-9a-f]+$/),
    BlueTargetGroup: expect.stringMatching(/^first-[\w-]{1,26}$/),
    GreenTargetGroup: expect.stringMatching(/^first-[\w-]{1,26}$/),
    TaskRoleArn: arn('iam', String.raw`role/first-TaskRole-\w+`),
    ExecutionRoleArn: arn('iam', String.raw`role/first-ExecutionRole-\w+`),
    LogGroup: '/ecs/shop',
    Workflow: expect.stringContaining('name: Deploy\n'),
  });
  expect(outputs['BlueTargetGroup']).not.toBe(outputs['GreenTargetGroup']);
  expect(outputs['ProductionListenerArn']).not.toBe(outputs['TestListenerArn']);
});

test('every output that no edit changes is exported under its name', async () => {
  const { Exports = [] } = await stage.stage.cfn.listExports({});
  const exported = Exports.map(({ Name }) => Name);
  const { Workflow, DeploymentConfig, ProductionUrl, TestUrl, ...rest } = outputs;
  expect([Workflow, DeploymentConfig, ProductionUrl, TestUrl]).not.toContain(undefined);
  expect(exported.sort()).toEqual(
    Object.keys(rest)
      .map((name) => `first-${name}`)
      .sort(),
  );
});

describe('what it made', () => {
  test('a service that CodeDeploy deploys, one task of it behind blue, with a public address in the given subnets', async () => {
    const { services = [] } = await stage.ecs.describeServices({ cluster: 'shop', services: ['shop'] });
    const { taskSets = [], ...service } = services[0] ?? {};
    expect(service).toMatchObject({
      deploymentController: { type: 'CODE_DEPLOY' },
      desiredCount: 1,
      runningCount: 1,
      propagateTags: 'SERVICE',
      enableECSManagedTags: true,
    });
    expect(taskSets).toHaveLength(1);
    expect(taskSets[0]).toMatchObject({
      status: 'PRIMARY',
      launchType: 'FARGATE',
      loadBalancers: [
        {
          containerName: 'app',
          containerPort: 8080,
          targetGroupArn: expect.stringContaining(`/${outputs['BlueTargetGroup'] ?? ''}/`),
        },
      ],
      networkConfiguration: { awsvpcConfiguration: { subnets: SUBNETS.split(','), assignPublicIp: 'ENABLED' } },
    });
  });

  test('a placeholder whose own members are named in its label, so that the step drops them', async () => {
    const { taskDefinition } = await stage.ecs.describeTaskDefinition({ taskDefinition: 'shop' });
    expect(taskDefinition).toMatchObject({
      revision: 1,
      cpu: '256',
      memory: '512',
      networkMode: 'awsvpc',
      taskRoleArn: outputs['TaskRoleArn'],
      executionRoleArn: outputs['ExecutionRoleArn'],
      runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
    });
    const [container] = taskDefinition?.containerDefinitions ?? [];
    expect(container?.dockerLabels).toEqual({ 'ecs-blue-green.bootstrap': 'entryPoint,command' });
    expect(container).toMatchObject({
      name: 'app',
      entryPoint: ['sh', '-c'],
      portMappings: [{ containerPort: 8080 }],
      environment: [{ name: 'PORT', value: '8080' }],
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-west-1' },
      },
    });
  });

  test('two listeners that lead to blue, HTTP on 80 and 8080', async () => {
    const listeners = [outputs['ProductionListenerArn'] ?? '', outputs['TestListenerArn'] ?? ''];
    const { Listeners = [] } = await stage.elb.describeListeners({ ListenerArns: listeners });
    expect(Listeners).toMatchObject([
      { Port: 80, Protocol: 'HTTP', DefaultActions: [{ Type: 'forward' }] },
      { Port: 8080, Protocol: 'HTTP', DefaultActions: [{ Type: 'forward' }] },
    ]);
    for (const { DefaultActions } of Listeners) {
      expect(DefaultActions?.[0]?.TargetGroupArn).toContain(`/${outputs['BlueTargetGroup'] ?? ''}/`);
    }
  });

  test('a deployment group of the service, the pair and the listeners, which rolls back by itself', async () => {
    const { deploymentGroupInfo } = await stage.codedeploy.getDeploymentGroup({
      applicationName: 'AppECS-shop-shop',
      deploymentGroupName: 'DgpECS-shop-shop',
    });
    expect(deploymentGroupInfo).toMatchObject({
      computePlatform: 'ECS',
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      ecsServices: [{ clusterName: 'shop', serviceName: 'shop' }],
      serviceRoleArn: expect.stringContaining(':role/first-CodeDeployRole-'),
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' },
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 60 },
      },
      autoRollbackConfiguration: {
        enabled: true,
        events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
      },
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            targetGroups: [{ name: outputs['BlueTargetGroup'] }, { name: outputs['GreenTargetGroup'] }],
            prodTrafficRoute: { listenerArns: [outputs['ProductionListenerArn']] },
            testTrafficRoute: { listenerArns: [outputs['TestListenerArn']] },
          },
        ],
      },
    });
    expect(deploymentGroupInfo?.triggerConfigurations ?? []).toEqual([]);
  });

  test('both alarms of the group watch both target groups of this load balancer', async () => {
    const { MetricAlarms = [] } = await stage.clients.cloudwatch.send(new DescribeAlarmsCommand({}));
    const { deploymentGroupInfo } = await stage.codedeploy.getDeploymentGroup({
      applicationName: 'AppECS-shop-shop',
      deploymentGroupName: 'DgpECS-shop-shop',
    });
    const ours = (deploymentGroupInfo?.alarmConfiguration?.alarms ?? []).map(({ name }) => name);
    expect(ours).toHaveLength(2);
    const balancer = (outputs['ProductionListenerArn'] ?? '').split('/').slice(1, 4).join('/');
    for (const alarm of MetricAlarms.filter(({ AlarmName }) => ours.includes(AlarmName))) {
      const metrics = (alarm.Metrics ?? []).flatMap(({ MetricStat }) =>
        MetricStat?.Metric ? [MetricStat.Metric] : [],
      );
      const values = (name: string): unknown[] =>
        metrics.map(({ Dimensions = [] }) => Dimensions.find(({ Name }) => Name === name)?.Value);
      expect(new Set(values('LoadBalancer'))).toEqual(new Set([balancer]));
      expect(new Set(values('TargetGroup')).size).toBe(2);
      expect(alarm.TreatMissingData).toBe('notBreaching');
      expect(alarm.StateValue).not.toBe('ALARM');
    }
  });

  test('a repository of images whose tags cannot be moved, scanned when pushed', async () => {
    const { repositories = [] } = await stage.ecr.describeRepositories({ repositoryNames: ['shop'] });
    expect(repositories[0]).toMatchObject({
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
    });
  });

  test('a log group that is kept for thirty days', async () => {
    const { logGroups = [] } = await stage.clients.logs.send(new DescribeLogGroupsCommand({}));
    expect(logGroups).toMatchObject([{ logGroupName: '/ecs/shop', retentionInDays: 30 }]);
  });
});

describe('the workflow', () => {
  test('names this service and fits into a box of the console', () => {
    const text = outputs['Workflow'] ?? '';
    expect(text.length).toBeLessThan(1_024);
    const workflow = parse(text) as { jobs: { deploy: { steps: { with: unknown }[] } } }; // read just below, member by member
    expect(workflow.jobs.deploy.steps.map((step) => step.with)).toEqual([
      { 'persist-credentials': false },
      { 'role-to-assume': '${{ vars.AWS_ROLE_ARN }}', 'aws-region': 'eu-west-1' },
      { repository: 'shop', cluster: 'shop', service: 'shop' },
    ]);
  });

  const actionlint = '.ci/cache/bin/actionlint';
  (existsSync(actionlint) ? test : test.skip)(
    'is a workflow to actionlint (left out where it is not installed)',
    () => {
      const { stdout, status } = spawnSync(actionlint, ['-no-color', '-'], {
        input: outputs['Workflow'] ?? '',
        encoding: 'utf8',
      });
      expect([stdout, status]).toEqual(['', 0]);
    },
  );
});
