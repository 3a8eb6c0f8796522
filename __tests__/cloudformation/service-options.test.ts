/** With every option of service.yml taken. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Outputs, type ServiceStage, startServiceStage, trial } from './service-stage.ts';

const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/1b2c3d4e-0000-4000-8000-000000000000';
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/1b2c3d4e-0000-4000-8000-000000000001';
const HOOK = 'arn:aws:lambda:eu-west-1:123456789012:function:check';
const SECRETS =
  'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/*,arn:aws:ssm:eu-west-1:123456789012:parameter/shop/*';
const POLICY = 'arn:aws:iam::aws:policy/AdministratorAccess';
const BOUNDARY = 'arn:aws:iam::123456789012:policy/edge';

const all = {
  ...trial,
  TaskSize: '4096 CPU, 30720 MB',
  Architecture: 'ARM64',
  ContainerPort: '3000',
  BootstrapImage: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/mirror/nginx:1.28.0',
  TaskSubnets: 'subnet-0123456789abcdef2, subnet-0123456789abcdef3',
  Scheme: 'internal',
  RolePath: '/teams/shop/',
  KmsKeyArn: KEY,
  LiveColor: 'blue',
  CertificateArn: CERTIFICATE,
  LiveColorCheckedFor: CERTIFICATE,
  IngressCidr: '10.0.0.0/8',
  TestListenerCidr: '10.1.0.0/16',
  ExtraContainerPort: '3001',
  HealthCheckPath: '/health',
  AccessLogsBucket: 'shop-access-logs',
  DeletionProtection: 'true',
  MinTasks: '2',
  MaxTasks: '10',
  CpuTargetPercent: '70',
  TrafficShift: 'Canary',
  ShiftPercent: '10',
  ShiftMinutes: '7',
  ReadyWaitMinutes: '45',
  TerminationWaitMinutes: '0',
  HookFunctionArns: HOOK,
  NotificationEmail: 'ops@example.com',
  AlarmErrorPercent: '2',
  AlarmMinimumRequests: '100',
  AlarmUnhealthyMinutes: '3',
  ExistingRepository: 'images/shop',
  LogRetentionDays: '365',
  ContainerInsights: 'enhanced',
  PermissionsBoundaryArn: BOUNDARY,
  TaskPolicyArns: POLICY,
  SecretArns: SECRETS,
  TagEnvironment: 'production',
  TagOwner: 'shop team',
};

let stage: ServiceStage;
let outputs: Outputs;
beforeAll(async () => {
  stage = await startServiceStage();
  await stage.ecr.createRepository({ repositoryName: 'images/shop' });
  outputs = await stage.launch('shop', 'service.yml', all);
});
afterAll(() => stage.close());

const group = async () =>
  (
    await stage.codedeploy.getDeploymentGroup({
      applicationName: outputs['Application'],
      deploymentGroupName: outputs['DeploymentGroup'],
    })
  ).deploymentGroupInfo;

test('production and test are HTTPS, and port 80 redirects', async () => {
  const { LoadBalancers = [] } = await stage.elb.describeLoadBalancers({});
  const { LoadBalancerArn, Scheme } = LoadBalancers[0] ?? {};
  expect(Scheme).toBe('internal');
  const { Listeners = [] } = await stage.elb.describeListeners({ LoadBalancerArn });
  const byPort = new Map(Listeners.map((listener) => [listener.Port, listener]));
  const tls = {
    Protocol: 'HTTPS',
    SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    Certificates: [{ CertificateArn: CERTIFICATE }],
  };
  expect([byPort.get(443), byPort.get(8080)]).toMatchObject([tls, tls]);
  expect(byPort.get(80)?.DefaultActions).toMatchObject([
    { Type: 'redirect', RedirectConfig: { StatusCode: 'HTTP_301' } },
  ]);
  expect([outputs['ProductionUrl'], outputs['TestUrl']]).toEqual([
    expect.stringMatching(/^https:\/\/[\w.-]+$/),
    expect.stringMatching(/^https:\/\/[\w.-]+:8080$/),
  ]);
  const { Attributes = [] } = await stage.elb.describeLoadBalancerAttributes({ LoadBalancerArn });
  expect(Object.fromEntries(Attributes.map(({ Key, Value }) => [Key, Value]))).toMatchObject({
    'deletion_protection.enabled': 'true',
    'routing.http.drop_invalid_header_fields.enabled': 'true',
    'access_logs.s3.enabled': 'true',
    'access_logs.s3.bucket': 'shop-access-logs',
  });
});

test('the tasks run in the private subnets without public addresses', async () => {
  const { services = [] } = await stage.ecs.describeServices({ cluster: 'shop', services: ['shop'] });
  expect(services[0]).toMatchObject({ desiredCount: 2, runningCount: 2 });
  expect(services[0]?.taskSets?.[0]?.networkConfiguration?.awsvpcConfiguration).toMatchObject({
    subnets: ['subnet-0123456789abcdef2', 'subnet-0123456789abcdef3'],
    assignPublicIp: 'DISABLED',
  });
  const { taskDefinition } = await stage.ecs.describeTaskDefinition({ taskDefinition: 'shop' });
  expect(taskDefinition).toMatchObject({
    cpu: '4096',
    memory: '30720',
    runtimePlatform: { cpuArchitecture: 'ARM64' },
    taskRoleArn: expect.stringContaining(':role/teams/shop/shop-TaskRole-'),
  });
  expect(taskDefinition?.containerDefinitions?.[0]).toMatchObject({
    image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/mirror/nginx:1.28.0',
    portMappings: [{ containerPort: 3000 }],
    environment: [{ name: 'PORT', value: '3000' }],
  });
});

test('a deployment waits for approval, shifts by an own canary, and tells a topic', async () => {
  const info = await group();
  expect(info?.blueGreenDeploymentConfiguration).toMatchObject({
    deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 45 },
    terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 0 },
  });
  expect(info?.deploymentConfigName).toBe(outputs['DeploymentConfig']);
  const { deploymentConfigInfo } = await stage.codedeploy.getDeploymentConfig({
    deploymentConfigName: outputs['DeploymentConfig'],
  });
  expect(deploymentConfigInfo).toMatchObject({
    computePlatform: 'ECS',
    trafficRoutingConfig: { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage: 10, canaryInterval: 7 } },
  });
  expect(info?.triggerConfigurations).toMatchObject([
    {
      triggerEvents: [
        'DeploymentReady',
        'DeploymentSuccess',
        'DeploymentFailure',
        'DeploymentStop',
        'DeploymentRollback',
      ],
    },
  ]);
  expect(info?.triggerConfigurations?.[0]?.triggerTargetArn).toMatch(
    /^arn:aws:sns:eu-west-1:123456789012:shop-Topic-\w+$/,
  );
});

test('an existing repository is used, and none is made', async () => {
  expect([outputs['Repository'], outputs['RepositoryUri']]).toEqual([
    'images/shop',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/images/shop',
  ]);
  const { repositories = [] } = await stage.ecr.describeRepositories({});
  expect(repositories.map(({ repositoryName }) => repositoryName)).toEqual(['images/shop']);
  expect(outputs['Workflow']).toContain('repository: images/shop\n');
});

describe('refused before anything is made', () => {
  test.each([
    ['a certificate without a look at LiveColor', { LiveColorCheckedFor: '' }, /LiveColorCheckedFor/],
    ['the container port twice', { ExtraContainerPort: '3000' }, /ExtraContainerPort is another port or 0/],
    ['a test listener that is open to all', { TestListenerCidr: '0.0.0.0/0' }, /TestListenerCidr/],
    ['a name with capitals', { Name: 'Shop' }, /2 to 45 lower-case letters/],
    ['a name that CodeDeploy could not take', { Name: 'a'.repeat(46) }, /Name/],
    ['a pair that Fargate does not take', { TaskSize: '256 CPU, 4096 MB' }, /TaskSize/],
    ['two e-mail addresses', { NotificationEmail: 'a@example.com,b@example.com' }, /one e-mail address/],
    ['a wait beyond two days', { TerminationWaitMinutes: '2881' }, /TerminationWaitMinutes/],
    ['an alias for a key', { KmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:alias/shop' }, /not an alias/],
    [
      'a rule without hosts and paths',
      { ClusterStack: 'main', CertificateArn: '', LiveColorCheckedFor: '' },
      /RuleHosts, RulePaths or both/,
    ],
    [
      'a certificate for a joined listener',
      { ClusterStack: 'main', RuleHosts: 'a.example.com', RuleCheckedFor: '1,a.example.com' },
      /Leave CertificateArn blank/,
    ],
    [
      'a rule without a look at LiveColor',
      {
        ClusterStack: 'main',
        CertificateArn: '',
        LiveColorCheckedFor: '',
        RuleHosts: 'a.example.com',
        RulePriority: '7',
      },
      /repeat RulePriority, RuleHosts and RulePaths in RuleCheckedFor/,
    ],
  ])('%s', async (_what, values, message) => {
    await expect(stage.launch('other', 'service.yml', { ...all, ...values })).rejects.toThrow(message);
    await expect(stage.stage.status('other')).rejects.toThrow(/does not exist/);
  });
});
