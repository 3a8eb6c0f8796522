/** What each port makes of AWS's answers: what is not there, what comes in pages, what comes as the SDK's error. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { putUpStack, type Stack } from '../../../scripts/rehearsal/stack.ts';
import { type Aws } from '../../../src/ports/aws/aws.ts';
import { environmentOf, openedAccount, type Opened, useEnvironment } from './account.ts';

let account: Opened;
let aws: Aws;
let stack: Stack;
let restore: () => void;

beforeAll(async () => {
  account = await openedAccount();
  restore = useEnvironment(environmentOf(account));
  stack = await putUpStack(account.clients);
  account.clock.advance(60_000);
  aws = await account.open();
});

afterAll(async () => {
  restore();
  await account.close();
});

async function deployed(): Promise<string> {
  const service = {
    TaskDefinition: stack.taskDefinition,
    LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
  };
  const content = JSON.stringify({
    version: 0.0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: service } }],
  });
  return aws.codedeploy.createDeployment({
    applicationName: stack.application,
    deploymentGroupName: stack.group,
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
  });
}

describe('ECS', () => {
  test('a service with its task sets', async () => {
    const service = await aws.ecs.describeService('shop', 'web');
    expect(service).toMatchObject({ serviceName: 'web', status: 'ACTIVE', taskSets: [{ status: 'PRIMARY' }] });
  });

  test('no such service in the cluster is null', async () => {
    expect(await aws.ecs.describeService('shop', 'nobody')).toBeNull();
  });

  test('no such cluster is an error', async () => {
    await expect(aws.ecs.describeService('nowhere', 'web')).rejects.toMatchObject({
      kind: 'missing',
      code: 'ClusterNotFoundException',
      call: { on: 'nowhere/web' },
    });
  });

  test('no stopped tasks: one call and an empty list', async () => {
    await account.forget();
    expect(await aws.ecs.stoppedTasks('shop', 'web', 10)).toEqual([]);
    expect((await account.calls()).map(({ operation }) => operation)).toEqual(['ListTasks']);
  });
});

describe('stopped tasks', () => {
  beforeAll(async () => {
    const service = { cluster: 'shop', service: 'web' };
    await account.ecs.updateService({ ...service, desiredCount: 130 });
    account.clock.advance(60_000);
    await account.ecs.updateService({ ...service, desiredCount: 2 });
    account.clock.advance(5 * 60_000);
  });

  test.each([
    [300, 128, 4],
    [100, 100, 2],
    [10, 10, 2],
  ])('at most %s: %s, in %s calls', async (limit, found, calls) => {
    await account.forget();
    const tasks = await aws.ecs.stoppedTasks('shop', 'web', limit);
    expect(new Set(tasks.map(({ taskArn }) => taskArn)).size).toBe(found);
    expect(await account.calls()).toHaveLength(calls);
  });
});

describe('load balancers', () => {
  test('the default rule is among the rules', async () => {
    const rules = await aws.elb.describeRules(stack.productionListener);
    expect(rules.map(({ IsDefault }) => IsDefault)).toEqual([true]);
  });

  test('rules in more than one page are all there', async () => {
    const { rules } = account.sandbox.world.elb;
    const listenerArn = stack.testListenerArn ?? '';
    const actions = [{ type: 'fixed-response' }] as never;
    for (let priority = 1; priority <= 450; priority += 1) {
      const arn = `${listenerArn.replace(':listener/', ':listener-rule/')}/${priority}`;
      rules.set(arn, { arn, listenerArn, priority, conditions: [], actions });
    }
    await account.forget();
    const found = await aws.elb.describeRules(listenerArn);
    expect(new Set(found.map(({ RuleArn }) => RuleArn)).size).toBe(451);
    expect(await account.calls()).toHaveLength(2);
    rules.clear();
  });

  test('a listener, and one that is not there', async () => {
    expect((await aws.elb.describeListener(stack.productionListener)).Port).toBe(80);
    const other = stack.productionListener.replace(/[^/]+$/, 'no-such-listener');
    await expect(aws.elb.describeListener(other)).rejects.toMatchObject({ kind: 'missing' });
  });

  test('target groups by name, and one that is not there', async () => {
    const [first] = stack.targetGroups.map(({ name }) => name);
    expect(await aws.elb.describeTargetGroups([first ?? ''])).toHaveLength(1);
    await expect(aws.elb.describeTargetGroups(['nobody'])).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('CodeDeploy', () => {
  test('a group, and one that is not there', async () => {
    const group = await aws.codedeploy.getDeploymentGroup(stack.application, stack.group);
    expect(group.ecsServices).toEqual([{ clusterName: 'shop', serviceName: 'web' }]);
    await expect(aws.codedeploy.getDeploymentGroup(stack.application, 'nobody')).rejects.toMatchObject({
      kind: 'missing',
      code: 'DeploymentGroupDoesNotExistException',
      call: { on: `${stack.application}/nobody` },
    });
  });

  test('a configuration, and one that is not there', async () => {
    const config = await aws.codedeploy.getDeploymentConfig('CodeDeployDefault.ECSLinear10PercentEvery1Minutes');
    expect(config.trafficRoutingConfig?.type).toBe('TimeBasedLinear');
    await expect(aws.codedeploy.getDeploymentConfig('Nothing')).rejects.toMatchObject({ kind: 'missing' });
  });

  test('a deployment from its start: no target yet, then one', async () => {
    const id = await deployed();
    const before = await aws.codedeploy.getEcsTarget(id, 'shop:web', 'none');
    account.clock.advance(10_000);
    const after = await aws.codedeploy.getEcsTarget(id, 'shop:web', 'none');
    expect([before, after?.targetId]).toEqual([null, 'shop:web']);
    expect(await aws.codedeploy.getDeployment(id)).toMatchObject({ deploymentId: id, status: 'InProgress' });
    await expect(aws.codedeploy.getDeployment('d-NOBODY000')).rejects.toMatchObject({ kind: 'missing' });
  });

  test('deployments in more than one page, and only those since a time', async () => {
    const { deployments } = account.sandbox.world.codedeploy;
    const [one] = deployments.values();
    if (one === undefined) throw new Error('there is no deployment to copy');
    const now = account.clock.now();
    for (let at = 0; at < 250; at += 1) {
      const id = `d-${String(at).padStart(9, '0')}`;
      deployments.set(id, { ...one, id, createdAt: now + at });
    }
    const { application, group } = stack;
    await account.forget();
    const all = await aws.codedeploy.listDeployments(application, group, 0);
    expect(new Set(all).size).toBe(251);
    expect(await account.calls()).toHaveLength(3);
    expect(await aws.codedeploy.listDeployments(application, group, now + 249)).toEqual(['d-000000249']);
    expect(await aws.codedeploy.listDeployments(application, group, now + 1_000)).toEqual([]);
  });
});

describe('ECR', () => {
  test('a repository, and one that is not there', async () => {
    expect((await aws.ecr.describeRepository('shop-web')).repositoryUri).toMatch(/\.amazonaws\.com\/shop-web$/);
    await expect(aws.ecr.describeRepository('nobody')).rejects.toMatchObject({
      kind: 'missing',
      code: 'RepositoryNotFoundException',
    });
  });

  test('an image that is not there is null, by tag and by digest; its repository is an error', async () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    expect(await aws.ecr.describeImage('shop-web', { tag: 'v9' })).toBeNull();
    expect(await aws.ecr.describeImage('shop-web', { digest })).toBeNull();
    await expect(aws.ecr.describeImage('nobody', { tag: 'v9' })).rejects.toMatchObject({ kind: 'missing' });
  });

  test('a log-in for Docker', async () => {
    const login = await aws.ecr.authorization();
    expect(login).toMatchObject({ user: 'AWS', endpoint: expect.stringMatching(/^https?:\/\//) });
    expect(login.password.length).toBeGreaterThan(10);
  });
});
