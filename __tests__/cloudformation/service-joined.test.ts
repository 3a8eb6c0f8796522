/** Several services on the cluster and load balancer of cluster.yml, and on existing ones that it hands on. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { type Outputs, type ServiceStage, startServiceStage, SUBNETS, VPC } from './service-stage.ts';

let stage: ServiceStage;
let main: Outputs;
let shop: Outputs;
let admin: Outputs;
const network = { VpcId: VPC, Subnets: SUBNETS };
const joined = (Name: string, rule: Readonly<Record<string, string>>) => ({
  ...network,
  Name,
  ClusterStack: 'main',
  ...rule,
});

beforeAll(async () => {
  stage = await startServiceStage();
  main = await stage.launch('main', 'cluster.yml', { ...network, Name: 'main' });
  shop = await stage.launch(
    'shop',
    'service.yml',
    joined('shop', {
      RulePriority: '10',
      RuleHosts: 'shop.example.com,*.shop.example.com',
      RuleCheckedFor: '10,*.shop.example.com,shop.example.com',
    }),
  );
  admin = await stage.launch(
    'admin',
    'service.yml',
    joined('admin', { RulePriority: '20', RulePaths: '/admin,/admin/*', RuleCheckedFor: '20, /admin, /admin/*' }),
  );
});
afterAll(() => stage.close());

interface Shown {
  readonly priority: string | undefined;
  readonly hosts: readonly string[] | undefined;
  readonly paths: readonly string[] | undefined;
  readonly group: string | undefined;
}

async function rulesOf(listener: string): Promise<readonly Shown[]> {
  const { Rules = [] } = await stage.elb.describeRules({ ListenerArn: listener });
  return Rules.map(({ Priority, Conditions = [], Actions = [] }) => ({
    priority: Priority,
    hosts: Conditions.find(({ Field }) => Field === 'host-header')?.HostHeaderConfig?.Values,
    paths: Conditions.find(({ Field }) => Field === 'path-pattern')?.PathPatternConfig?.Values,
    group: Actions[0]?.TargetGroupArn?.split('/')[1] ?? Actions[0]?.FixedResponseConfig?.StatusCode,
  }));
}

describe('the shared stack', () => {
  test('exports what a service joins by', () => {
    expect(main).toEqual({
      Cluster: 'main',
      ClusterNameCut: 'main',
      LoadBalancer: expect.stringMatching(/^app\/main-[\w-]+\/[0-9a-f]{16}$/),
      LoadBalancerSecurityGroupId: expect.stringMatching(/^sg-/),
      ProductionListenerArn: expect.stringContaining(':listener/app/'),
      TestListenerArn: expect.stringContaining(':listener/app/'),
      ProductionUrl: expect.stringMatching(/^http:\/\/[\w.-]+$/),
      TestUrl: expect.stringMatching(/^http:\/\/[\w.-]+:8080$/),
    });
  });
});

test.each(['ProductionListenerArn', 'TestListenerArn'])(
  'each service has one rule on the %s, and the rest gets 404',
  async (name) => {
    expect(await rulesOf(main[name] ?? '')).toEqual([
      {
        priority: '10',
        hosts: ['shop.example.com', '*.shop.example.com'],
        paths: undefined,
        group: shop['BlueTargetGroup'],
      },
      { priority: '20', hosts: undefined, paths: ['/admin', '/admin/*'], group: admin['BlueTargetGroup'] },
      { priority: 'default', hosts: undefined, paths: undefined, group: '404' },
    ]);
  },
);

test('each service has its own deployment group, on the shared cluster and listeners', async () => {
  for (const [name, outputs] of [
    ['shop', shop],
    ['admin', admin],
  ] as const) {
    expect([outputs['Cluster'], outputs['Application'], outputs['DeploymentGroup']]).toEqual([
      'main',
      `AppECS-main-${name}`,
      `DgpECS-main-${name}`,
    ]);
    expect(outputs).not.toHaveProperty('ProductionListenerArn');
    expect(outputs['Workflow']).toContain(`cluster: main\n          service: ${name}\n`);
    const { deploymentGroupInfo } = await stage.codedeploy.getDeploymentGroup({
      applicationName: outputs['Application'],
      deploymentGroupName: outputs['DeploymentGroup'],
    });
    expect(deploymentGroupInfo).toMatchObject({
      ecsServices: [{ clusterName: 'main', serviceName: name }],
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            prodTrafficRoute: { listenerArns: [main['ProductionListenerArn']] },
            testTrafficRoute: { listenerArns: [main['TestListenerArn']] },
          },
        ],
      },
    });
  }
});

test('the alarms of each watch its own groups on the shared load balancer', async () => {
  const { MetricAlarms = [] } = await stage.clients.cloudwatch.send(new DescribeAlarmsCommand({}));
  const values = (name: string) =>
    MetricAlarms.flatMap(({ Metrics = [] }) => Metrics)
      .flatMap(({ MetricStat }) => MetricStat?.Metric?.Dimensions ?? [])
      .filter(({ Name }) => Name === name)
      .map(({ Value }) => Value);
  expect(new Set(values('LoadBalancer'))).toEqual(new Set([main['LoadBalancer']]));
  expect(new Set(values('TargetGroup')).size).toBe(4);
});

describe('a rule', () => {
  test('with other hosts is refused until RuleCheckedFor repeats them', async () => {
    await expect(stage.update('shop', { RuleHosts: 'www.example.com' })).rejects.toThrow(/RuleCheckedFor/);
    await stage.update('shop', {
      RuleHosts: 'www.example.com',
      RuleCheckedFor: '10,www.example.com',
      LiveColor: 'green',
    });
    const rules = await rulesOf(main['ProductionListenerArn'] ?? '');
    expect(rules[0]).toEqual({
      priority: '10',
      hosts: ['www.example.com'],
      paths: undefined,
      group: shop['GreenTargetGroup'],
    });
    expect(rules[1]).toMatchObject({ group: admin['BlueTargetGroup'] });
  });

  test('with a priority that is taken fails the update, and all stays', async () => {
    await expect(stage.update('shop', { RulePriority: '20', RuleCheckedFor: '20,www.example.com' })).rejects.toThrow(
      /UPDATE_ROLLBACK_COMPLETE/,
    );
    expect(await rulesOf(main['ProductionListenerArn'] ?? '')).toMatchObject([
      { priority: '10' },
      { priority: '20' },
      {},
    ]);
  });
});

test('a certificate for the shared listeners touches no rule', async () => {
  const before = await rulesOf(main['ProductionListenerArn'] ?? '');
  await stage.update('main', { CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1b2c3d4e-0000' });
  expect(await rulesOf(main['ProductionListenerArn'] ?? '')).toEqual(before);
});

describe('an existing cluster and load balancer', () => {
  const name = 'a-cluster-with-a-name-that-is-longer-than-the-console-keeps';
  test('are handed on, and a service joins them', async () => {
    const existing = await stage.launch('existing', 'cluster.yml', {
      ...network,
      Name: 'existing',
      ClusterName: name,
      ClusterNameCut: name.slice(0, 47),
      ProductionListenerArn: main['ProductionListenerArn'] ?? '',
      TestListenerArn: main['TestListenerArn'] ?? '',
      LoadBalancerSecurityGroupId: main['LoadBalancerSecurityGroupId'] ?? '',
    });
    const { ProductionUrl, TestUrl, ...handedOn } = main;
    expect([ProductionUrl, TestUrl]).toEqual([expect.any(String), expect.any(String)]);
    expect(existing).toEqual({ ...handedOn, Cluster: name, ClusterNameCut: name.slice(0, 47) });
    const resources = await stage.stage.cfn.describeStackResources({ StackName: 'existing' });
    expect(resources.StackResources?.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual(['Nothing']);
    await stage.ecs.createCluster({ clusterName: name });
    const api = await stage.launch('api', 'service.yml', {
      ...joined('api', { RulePriority: '30', RuleHosts: 'api.example.com', RuleCheckedFor: '30,api.example.com' }),
      ClusterStack: 'existing',
    });
    expect([api['Cluster'], api['Application']]).toEqual([name, `AppECS-${name.slice(0, 47)}-api`]);
  });

  test.each([
    [
      'a production listener alone',
      { ProductionListenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/a/1/2' },
      /beside it/,
    ],
    ['a cut name without its cluster', { ClusterNameCut: name.slice(0, 47) }, /belongs to an existing ClusterName/],
    [
      'a URL without its listener',
      { ProductionUrl: 'https://shop.example.com' },
      /belong to an existing ProductionListenerArn/,
    ],
  ])('%s is refused', async (_what, values, message) => {
    await expect(stage.launch('half', 'cluster.yml', { ...network, Name: 'half', ...values })).rejects.toThrow(message);
  });
});

test('the shared stack cannot go while a service is on it', async () => {
  await stage.stage.cfn.deleteStack({ StackName: 'main' });
  await stage.stage.pass();
  expect(await stage.stage.status('main')).toBe('DELETE_FAILED');
  expect((await stage.stage.story('main')).at(-1)).toMatch(/Export main-\w+ cannot be deleted as it is in use by/);
  expect(await rulesOf(main['ProductionListenerArn'] ?? '')).toHaveLength(4);
});
