/** Services that join one cluster and load balancer by listener rules; and a service with all that the template offers. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { clientsFor } from '../../../scripts/rehearsal/clients.ts';
import { deployImage } from '../deploy-image.ts';
import { failures, launchTemplate, lookOf, outputsOf, trial } from './service-launch.ts';
import { type Stage, startStage } from './stage.ts';

const MINUTE = 60_000;
const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/1b2c';
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/1b2c';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

describe('two services of service.yml on one cluster.yml', () => {
  beforeEach(async () => {
    const { VpcId, Subnets } = trial;
    await launchTemplate(stage, 'cluster', 'main', { Name: 'main', VpcId, Subnets });
    await join('shop', '10');
    await join('blog', '20');
  });

  const join = (Name: string, RulePriority: string): Promise<void> =>
    launchTemplate(stage, 'service', Name, {
      ...trial,
      Name,
      ClusterStack: 'main',
      RulePriority,
      RuleHosts: `${Name}.example.com`,
      RuleCheckedFor: `${RulePriority},${Name}.example.com`,
    });

  /** Names of the target groups that take traffic, by the priority of the rule. */
  const live = (): Record<string, string> => {
    const { rules, targetGroups, listeners } = stage.sandbox.world.elb;
    const production = [...rules.values()].filter(({ listenerArn }) => listeners.get(listenerArn)?.port === 80);
    const taking = production.map(({ priority, actions }) => {
      const members = actions.flatMap(({ ForwardConfig }) => ForwardConfig?.TargetGroups ?? []);
      const names = members.filter(({ Weight }) => Weight > 0).map((one) => targetGroups.get(one.TargetGroupArn)?.name);
      return [String(priority), names.join(' ')] as const;
    });
    return Object.fromEntries(taking);
  };

  test('come up, and the step takes each for what it is', async () => {
    for (const name of ['main', 'shop', 'blog']) {
      expect([name, await failures(stage, name), await stage.status(name)]).toEqual([name, [], 'CREATE_COMPLETE']);
    }
    for (const name of ['shop', 'blog']) {
      const { plan, refusals } = await lookOf(stage, name, 'main');
      expect(refusals).toEqual([]);
      expect(plan?.target.group.name).toBe(`DgpECS-main-${name}`);
    }
  });

  test("a deployment of one moves its own rule, and leaves the other's as it was", async () => {
    const [shop, blog] = [await outputsOf(stage, 'shop'), await outputsOf(stage, 'blog')];
    expect(live()).toEqual({ 10: shop['BlueTargetGroup'], 20: blog['BlueTargetGroup'] });
    const names = { application: 'AppECS-main-shop', group: 'DgpECS-main-shop', service: 'shop' };
    await deployImage(clientsFor(stage.url), names, 'shop:v2');
    await stage.pass(120 * MINUTE);
    expect(live()).toEqual({ 10: shop['GreenTargetGroup'], 20: blog['BlueTargetGroup'] });
    expect((await lookOf(stage, 'shop', 'main')).refusals).toEqual([]);
  });

  test('one goes without the other', async () => {
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass(30 * MINUTE);
    expect(Object.keys(live())).toEqual(['20']);
    expect((await lookOf(stage, 'blog', 'main')).refusals).toEqual([]);
  });
});

test('HTTPS, a key, private subnets, approval, e-mail and an own shift, in one launch', async () => {
  await launchTemplate(stage, 'service', 'shop', {
    ...trial,
    TaskSubnets: 'subnet-0a1b2c3f,subnet-0a1b2c40',
    CertificateArn: CERTIFICATE,
    LiveColorCheckedFor: CERTIFICATE,
    KmsKeyArn: KEY,
    NotificationEmail: 'shop@example.com',
    TrafficShift: 'Linear',
    ShiftPercent: '25',
    ShiftMinutes: '2',
    ReadyWaitMinutes: '30',
    MinTasks: '2',
    DeletionProtection: 'true',
    TagOwner: 'shop',
  });
  expect(await failures(stage)).toEqual([]);
  const outputs = await outputsOf(stage);
  const { logs, ecr, ecs, codedeploy } = stage.sandbox.world;
  expect([...ecs.services.values()].map(({ desiredCount }) => desiredCount)).toEqual([2]);
  expect([logs.groups.get('/ecs/shop')?.kmsKeyId, ecr.repositories.get('shop')?.encryption?.kmsKey]).toEqual([
    KEY,
    KEY,
  ]);
  expect(codedeploy.configs.get(outputs['DeploymentConfig'] ?? '')?.routing).toEqual({
    type: 'TimeBasedLinear',
    percentage: 25,
    interval: 2,
  });
  const [application] = codedeploy.applications.values();
  expect([...(application?.groups.values() ?? [])]).toMatchObject([
    {
      ready: { action: 'STOP_DEPLOYMENT', waitMinutes: 30 },
      triggers: [{ triggerTargetArn: expect.stringMatching(/^arn:aws:sns:eu-west-1:123456789012:shop-Topic-/) }],
    },
  ]);
  const LoadBalancerArn = [...stage.sandbox.world.elb.loadBalancers.keys()][0] ?? '';
  const { Listeners } = await stage.elb.describeListeners({ LoadBalancerArn });
  expect(
    Listeners?.map(({ Port, Protocol, Certificates }) => [Port, Protocol, Certificates?.[0]?.CertificateArn]),
  ).toEqual(
    expect.arrayContaining([
      [443, 'HTTPS', CERTIFICATE],
      [8080, 'HTTPS', CERTIFICATE],
      [80, 'HTTP', undefined],
    ]),
  );
  expect((await lookOf(stage)).refusals).toEqual([]);
});
