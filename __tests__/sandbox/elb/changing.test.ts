import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Account, startAccount } from '../account.ts';

let account: Account;
let arns: { readonly balancer: string; readonly blue: string; readonly green: string; readonly listener: string };
beforeEach(async () => {
  account = await startAccount();
  const { elb } = account;
  const { LoadBalancers } = await elb.createLoadBalancer({ Name: 'web', Subnets: ['a', 'b'] });
  const balancer = LoadBalancers?.[0]?.LoadBalancerArn ?? '';
  const group = async (Name: string): Promise<string> => {
    const input = { Name, Port: 80, Protocol: 'HTTP', VpcId: 'vpc-1', TargetType: 'ip' } as const;
    return (await elb.createTargetGroup(input)).TargetGroups?.[0]?.TargetGroupArn ?? '';
  };
  const [blue, green] = [await group('blue'), await group('green')];
  const DefaultActions = [{ Type: 'forward' as const, TargetGroupArn: blue }];
  const input = { LoadBalancerArn: balancer, Port: 80, Protocol: 'HTTP' as const, DefaultActions };
  const { Listeners } = await elb.createListener(input);
  arns = { balancer, blue, green, listener: Listeners?.[0]?.ListenerArn ?? '' };
});
afterEach(() => account.close());

const named = (name: string) => expect.objectContaining({ name });

async function rule(Priority: number): Promise<string> {
  const { Rules } = await account.elb.createRule({
    ListenerArn: arns.listener,
    Priority,
    Conditions: [{ Field: 'path-pattern', Values: ['/x'] }],
    Actions: [{ Type: 'forward', TargetGroupArn: arns.green }],
  });
  return Rules?.[0]?.RuleArn ?? '';
}

const defaultRule = async (): Promise<string> =>
  (await account.elb.describeRules({ ListenerArn: arns.listener })).Rules?.at(-1)?.RuleArn ?? '';

describe('taking down', () => {
  test('a rule; then its group is free', async () => {
    const { elb } = account;
    const RuleArn = await rule(1);
    await expect(elb.deleteTargetGroup({ TargetGroupArn: arns.green })).rejects.toEqual(
      named('ResourceInUseException'),
    );
    await elb.deleteRule({ RuleArn });
    await elb.deleteTargetGroup({ TargetGroupArn: arns.green });
    await expect(elb.deleteRule({ RuleArn })).rejects.toEqual(named('RuleNotFoundException'));
    const left = await elb.describeTargetGroups({});
    expect(left.TargetGroups?.map(({ TargetGroupName }) => TargetGroupName)).toEqual(['blue']);
  });

  test('a default rule stays', async () => {
    const RuleArn = await defaultRule();
    await expect(account.elb.deleteRule({ RuleArn })).rejects.toEqual(named('OperationNotPermittedException'));
  });

  test('a listener, with its rules', async () => {
    const { elb, sandbox } = account;
    await rule(1);
    await elb.deleteListener({ ListenerArn: arns.listener });
    expect([sandbox.world.elb.listeners.size, sandbox.world.elb.rules.size]).toEqual([0, 0]);
    await expect(elb.deleteListener({ ListenerArn: arns.listener })).rejects.toEqual(
      named('ListenerNotFoundException'),
    );
  });

  test('a load balancer, with its listeners, unless it is protected; twice is no fault', async () => {
    const { elb, sandbox } = account;
    const LoadBalancerArn = arns.balancer;
    const protect = (Value: string) =>
      elb.modifyLoadBalancerAttributes({
        LoadBalancerArn,
        Attributes: [{ Key: 'deletion_protection.enabled', Value }],
      });
    await protect('true');
    await expect(elb.deleteLoadBalancer({ LoadBalancerArn })).rejects.toEqual(named('OperationNotPermittedException'));
    await protect('false');
    await elb.deleteLoadBalancer({ LoadBalancerArn });
    await elb.deleteLoadBalancer({ LoadBalancerArn });
    await elb.deleteTargetGroup({ TargetGroupArn: arns.blue });
    await elb.deleteTargetGroup({ TargetGroupArn: arns.blue });
    expect([sandbox.world.elb.loadBalancers.size, sandbox.world.elb.listeners.size]).toEqual([0, 0]);
  });
});

describe('attributes', () => {
  const pairs = (attributes: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined) =>
    Object.fromEntries((attributes ?? []).map(({ Key = '', Value }) => [Key, Value]));

  test("of a load balancer: AWS's defaults, and what was set", async () => {
    const { elb } = account;
    const LoadBalancerArn = arns.balancer;
    const Attributes = [
      { Key: 'idle_timeout.timeout_seconds', Value: '30' },
      { Key: 'something.new', Value: 'kept' },
    ];
    const modified = await elb.modifyLoadBalancerAttributes({ LoadBalancerArn, Attributes });
    const { Attributes: all } = await elb.describeLoadBalancerAttributes({ LoadBalancerArn });
    expect(modified.Attributes).toEqual(all);
    expect(pairs(all)).toMatchObject({
      'idle_timeout.timeout_seconds': '30',
      'something.new': 'kept',
      'deletion_protection.enabled': 'false',
      'routing.http.xff_header_processing.mode': 'append',
    });
  });

  test('of a target group', async () => {
    const { elb } = account;
    const TargetGroupArn = arns.blue;
    const before = await elb.describeTargetGroupAttributes({ TargetGroupArn });
    expect(pairs(before.Attributes)).toMatchObject({
      'deregistration_delay.timeout_seconds': '300',
      'stickiness.enabled': 'false',
      'load_balancing.algorithm.type': 'round_robin',
    });
    const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '5' }];
    await elb.modifyTargetGroupAttributes({ TargetGroupArn, Attributes });
    expect(account.sandbox.world.elb.targetGroups.get(TargetGroupArn)?.attributes).toEqual(
      new Map([['deregistration_delay.timeout_seconds', '5']]),
    );
    const again = { Name: 'blue', Port: 80, Protocol: 'HTTP', VpcId: 'vpc-1', TargetType: 'ip' } as const;
    expect((await elb.createTargetGroup(again)).TargetGroups?.[0]?.TargetGroupArn).toBe(TargetGroupArn);
  });

  test('of a network load balancer and its groups: others', async () => {
    const { elb } = account;
    const { LoadBalancers } = await elb.createLoadBalancer({ Name: 'net', Type: 'network', Subnets: ['a'] });
    const { Attributes } = await elb.describeLoadBalancerAttributes({
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
    });
    expect(pairs(Attributes)).not.toHaveProperty('idle_timeout.timeout_seconds');
    const { TargetGroups } = await elb.createTargetGroup({
      Name: 'flows',
      Port: 80,
      Protocol: 'TCP',
      VpcId: 'vpc-1',
      TargetType: 'ip',
    });
    const group = await elb.describeTargetGroupAttributes({ TargetGroupArn: TargetGroups?.[0]?.TargetGroupArn });
    expect(pairs(group.Attributes)).toMatchObject({
      'stickiness.type': 'source_ip',
      'proxy_protocol_v2.enabled': 'false',
    });
  });

  test.each([
    ['idle_timeout.timeout_seconds', '0', 'from 1 to 4000'],
    ['idle_timeout.timeout_seconds', 'soon', "not 'soon'"],
    ['deletion_protection.enabled', 'maybe', "'true' or 'false'"],
    ['', 'x', 'must have a key'],
  ])('%j = %j is refused, and nothing is set', async (Key, Value, part) => {
    const Attributes = [
      { Key: 'routing.http2.enabled', Value: 'false' },
      { Key, Value },
    ];
    const refused = account.elb.modifyLoadBalancerAttributes({ LoadBalancerArn: arns.balancer, Attributes });
    await expect(refused).rejects.toThrow(part);
    expect(account.sandbox.world.elb.loadBalancers.get(arns.balancer)?.attributes.size).toBe(0);
  });
});

describe('changing', () => {
  test('the health check of a target group: what is not given stays', async () => {
    const { elb } = account;
    const TargetGroupArn = arns.blue;
    const { TargetGroups } = await elb.modifyTargetGroup({
      TargetGroupArn,
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 10,
      Matcher: { HttpCode: '200-299' },
    });
    expect(TargetGroups?.[0]).toMatchObject({
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 10,
      HealthCheckTimeoutSeconds: 5,
      UnhealthyThresholdCount: 2,
      Matcher: { HttpCode: '200-299' },
    });
    const wrong = elb.modifyTargetGroup({ TargetGroupArn, HealthCheckTimeoutSeconds: 10 });
    await expect(wrong).rejects.toThrow('smaller than the health check interval');
  });

  test('the port of a listener; not to one that is taken', async () => {
    const { elb } = account;
    const DefaultActions = [{ Type: 'forward' as const, TargetGroupArn: arns.blue }];
    await elb.createListener({ LoadBalancerArn: arns.balancer, Port: 81, Protocol: 'HTTP', DefaultActions });
    const ListenerArn = arns.listener;
    await expect(elb.modifyListener({ ListenerArn, Port: 81 })).rejects.toEqual(named('DuplicateListenerException'));
    const Certificates = [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1b2c' }];
    const { Listeners } = await elb.modifyListener({ ListenerArn, Port: 82, Protocol: 'HTTPS', Certificates });
    expect(Listeners?.[0]).toMatchObject({ ListenerArn, Port: 82, Protocol: 'HTTPS', Certificates });
  });

  test('an HTTPS listener has a certificate and a policy, an HTTP one neither', async () => {
    const { elb } = account;
    const ListenerArn = arns.listener;
    const one = [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1' }];
    const refused = (input: object, text: string) =>
      expect(elb.modifyListener({ ListenerArn, ...input })).rejects.toThrow(text);
    await refused({ Protocol: 'HTTPS' }, 'A certificate must be specified for HTTPS listeners');
    await refused({ Certificates: one }, 'A certificate cannot be specified for HTTP listeners');
    const shown = async () => (await elb.describeListeners({ ListenerArns: [ListenerArn] })).Listeners?.[0];
    await elb.modifyListener({ ListenerArn, Port: 443, Protocol: 'HTTPS', Certificates: one });
    expect(await shown()).toMatchObject({ Certificates: one, SslPolicy: 'ELBSecurityPolicy-2016-08' });
    await elb.modifyListener({ ListenerArn, SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' });
    expect(await shown()).toMatchObject({ Certificates: one, SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' });
    await elb.modifyListener({ ListenerArn, Port: 80, Protocol: 'HTTP' });
    expect(await shown()).not.toHaveProperty('Certificates');
  });

  test('priorities: all of them or none', async () => {
    const { elb } = account;
    const [one, two] = [await rule(1), await rule(2)];
    const priorities = async () =>
      (await elb.describeRules({ ListenerArn: arns.listener })).Rules?.map(({ Priority }) => Priority);
    const set = (...RulePriorities: { RuleArn: string; Priority: number }[]) =>
      elb.setRulePriorities({ RulePriorities });
    await expect(set({ RuleArn: one, Priority: 9 }, { RuleArn: two, Priority: 9 })).rejects.toEqual(
      named('PriorityInUseException'),
    );
    await expect(set({ RuleArn: one, Priority: 2 })).rejects.toEqual(named('PriorityInUseException'));
    await expect(set({ RuleArn: one, Priority: 0 })).rejects.toThrow('1 to 50000');
    await expect(set({ RuleArn: 'x', Priority: 3 })).rejects.toEqual(named('RuleNotFoundException'));
    await expect(set({ RuleArn: await defaultRule(), Priority: 3 })).rejects.toEqual(
      named('OperationNotPermittedException'),
    );
    expect(await priorities()).toEqual(['1', '2', 'default']);
    const { Rules } = await set({ RuleArn: one, Priority: 30 }, { RuleArn: two, Priority: 1 });
    expect(Rules?.map(({ RuleArn, Priority }) => [RuleArn, Priority])).toEqual([
      [one, '30'],
      [two, '1'],
    ]);
    expect(await priorities()).toEqual(['1', '30', 'default']);
  });
});

describe('tags', () => {
  const tagsOf = async (...ResourceArns: string[]) =>
    (await account.elb.describeTags({ ResourceArns })).TagDescriptions?.map(({ Tags }) =>
      Object.fromEntries((Tags ?? []).map(({ Key = '', Value }) => [Key, Value])),
    );
  const numbered = (count: number) => Array.from({ length: count }, (_none, at) => ({ Key: `k${at}`, Value: '' }));

  test('are added, given another value, and removed; of everything', async () => {
    const { elb } = account;
    const arns4 = [arns.balancer, arns.listener, arns.blue, await rule(1)];
    await elb.addTags({ ResourceArns: arns4, Tags: [{ Key: 'a', Value: '1' }, { Key: 'b' }] });
    await elb.addTags({ ResourceArns: [arns.blue], Tags: [{ Key: 'a', Value: '2' }] });
    await elb.removeTags({ ResourceArns: [arns.balancer], TagKeys: ['a', 'c'] });
    expect(await tagsOf(...arns4, arns.green)).toEqual([
      { b: '' },
      { a: '1', b: '' },
      { a: '2', b: '' },
      { a: '1', b: '' },
      {},
    ]);
  });

  test('come with what is made, and go with it', async () => {
    const { elb, sandbox } = account;
    const Tags = [{ Key: 'made', Value: 'so' }];
    const { LoadBalancers } = await elb.createLoadBalancer({ Name: 'tagged', Subnets: ['a', 'b'], Tags });
    const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn ?? '';
    expect(await tagsOf(LoadBalancerArn)).toEqual([{ made: 'so' }]);
    await elb.deleteLoadBalancer({ LoadBalancerArn });
    expect(sandbox.world.elb.tags.size).toBe(0);
  });

  test.each([
    [
      'a group that is not there',
      ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/x/1'],
      [],
      'TargetGroupNotFoundException',
    ],
    ['no ARN', ['x'], [], 'RuleNotFoundException'],
    ['a key twice', null, [{ Key: 'a' }, { Key: 'a' }], 'DuplicateTagKeysException'],
    ['more than fifty', null, numbered(51), 'TooManyTagsException'],
    ['an empty key', null, [{ Key: '' }], 'ValidationError'],
  ])('%s is refused', async (_name, ResourceArns, Tags, name) => {
    const added = account.elb.addTags({ ResourceArns: ResourceArns ?? [arns.blue], Tags });
    await expect(added).rejects.toEqual(named(name));
    expect(account.sandbox.world.elb.tags.size).toBe(0);
  });
});
