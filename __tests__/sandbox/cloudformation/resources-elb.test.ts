import { beforeEach, describe, expect, test } from '@jest/globals';
import { textOf } from '../../../sandbox/cloudformation/template/shape.ts';
import { type Made } from '../../../sandbox/cloudformation/template/template.ts';
import { type JsonObject } from '../../../sandbox/json.ts';
import { describeListeners } from '../../../sandbox/operations/elb/DescribeListeners.ts';
import { resources, type Rig, serviceParts, type ServiceParts } from './resources-rig.ts';

const ELB = 'ElasticLoadBalancingV2';
const ACCOUNT = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';
const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/1b2c';

let rig: Rig;
let parts: ServiceParts;
beforeEach(async () => {
  rig = resources({}, { team: 'shop' });
  parts = await serviceParts(rig);
});

const elb = () => rig.sandbox.world.elb;
const shownListener = async (arn: string) => {
  const { Listeners } = await describeListeners.handle({ ListenerArns: [arn] }, rig.sandbox, {});
  return Listeners?.[0];
};
const listener = (more: object): JsonObject => ({
  LoadBalancerArn: parts.balancer.ref,
  Port: '443',
  Protocol: 'HTTPS',
  DefaultActions: [{ Type: 'forward', TargetGroupArn: parts.blue.ref }],
  ...more,
});

describe('AWS::ElasticLoadBalancingV2::LoadBalancer', () => {
  const TYPE = `${ELB}::LoadBalancer`;
  const attributes = (made: Made) => Object.fromEntries(elb().loadBalancers.get(made.ref)?.attributes ?? []);

  test('has a name of 32 characters at most, and what GetAtt asks for', () => {
    const { ref, attributes: got } = parts.balancer;
    const name = textOf(got['LoadBalancerName'] ?? null) ?? '';
    expect(name).toMatch(/^shop-LoadB-[A-Z0-9]{12}$/);
    expect(ref).toMatch(new RegExp(`^${ACCOUNT}:loadbalancer/app/${name}/[0-9a-f]{16}$`));
    expect(got).toEqual({
      LoadBalancerArn: ref,
      LoadBalancerName: name,
      LoadBalancerFullName: ref.slice(ref.indexOf('app/')),
      DNSName: `${name}-1.eu-west-1.elb.amazonaws.com`,
      CanonicalHostedZoneID: 'Z32O12XQLNTSW2',
      SecurityGroups: [],
    });
    expect(elb().tags.get(ref)).toEqual(new Map([['team', 'shop']]));
  });

  test('attributes are set, changed, and go back to the default when they leave the template', async () => {
    const given = (Value: string) => ({ LoadBalancerAttributes: [{ Key: 'idle_timeout.timeout_seconds', Value }] });
    const made = await rig.create(TYPE, 'Other', { Name: 'other', ...given('120') });
    expect(attributes(made)).toEqual({ 'idle_timeout.timeout_seconds': '120' });
    await rig.update(TYPE, 'Other', made, given('30'), given('120'));
    expect(attributes(made)).toEqual({ 'idle_timeout.timeout_seconds': '30' });
    const after = await rig.update(TYPE, 'Other', made, { SecurityGroups: ['sg-1'] }, given('30'));
    expect(attributes(made)).toEqual({ 'idle_timeout.timeout_seconds': '60' });
    expect(after.attributes['SecurityGroups']).toEqual(['sg-1']);
  });

  test('one whose attributes are refused leaves nothing behind', async () => {
    const LoadBalancerAttributes = [{ Key: 'idle_timeout.timeout_seconds', Value: '0' }];
    await expect(rig.create(TYPE, 'Other', { Name: 'other', LoadBalancerAttributes })).rejects.toThrow(
      'from 1 to 4000',
    );
    expect(elb().loadBalancers.size).toBe(1);
  });

  test('a protected one stays', async () => {
    const LoadBalancerAttributes = [{ Key: 'deletion_protection.enabled', Value: 'true' }];
    const made = await rig.create(TYPE, 'Other', { Name: 'other', LoadBalancerAttributes });
    await expect(rig.remove(TYPE, 'Other', made, {})).rejects.toThrow('deletion protection is enabled');
  });
});

describe('AWS::ElasticLoadBalancingV2::TargetGroup', () => {
  const TYPE = `${ELB}::TargetGroup`;

  test('has name and full name; the health check changes in place', async () => {
    const { ref, attributes } = parts.blue;
    expect(ref).toMatch(new RegExp(`^${ACCOUNT}:targetgroup/shop-BlueT-[A-Z0-9]{12}/[0-9a-f]{16}$`));
    expect(attributes).toMatchObject({
      TargetGroupName: ref.split('/')[1],
      TargetGroupFullName: ref.slice(ref.indexOf('targetgroup/')),
    });
    const after = { HealthCheckPath: '/health', HealthCheckIntervalSeconds: '10', Matcher: { HttpCode: 204 } };
    const changed = await rig.update(TYPE, 'BlueTargetGroup', parts.blue, after, {});
    expect(changed.attributes['LoadBalancerArns']).toEqual([parts.balancer.ref]);
    expect(elb().targetGroups.get(ref)?.healthCheck).toMatchObject({
      path: '/health',
      intervalSeconds: 10,
      matcher: '204',
    });
  });

  test('is in use as long as a listener names it', async () => {
    await expect(rig.remove(TYPE, 'BlueTargetGroup', parts.blue, {})).rejects.toMatchObject({ code: 'ResourceInUse' });
    await rig.remove(TYPE, 'GreenTargetGroup', parts.green, {});
    expect(elb().targetGroups.size).toBe(1);
  });
});

describe('AWS::ElasticLoadBalancingV2::Listener', () => {
  const TYPE = `${ELB}::Listener`;

  test('an HTTPS one shows its certificate and policy; without a certificate it is refused', async () => {
    const Certificates = [{ CertificateArn: CERTIFICATE }];
    const SslPolicy = 'ELBSecurityPolicy-TLS13-1-2-2021-06';
    await expect(rig.create(TYPE, 'Secure', listener({}))).rejects.toThrow(
      'A certificate must be specified for HTTPS listeners',
    );
    const made = await rig.create(TYPE, 'Secure', listener({ Certificates, SslPolicy }));
    expect(made).toEqual({ physicalId: made.ref, ref: made.ref, attributes: { ListenerArn: made.ref } });
    expect(await shownListener(made.ref)).toMatchObject({ Port: 443, Protocol: 'HTTPS', Certificates, SslPolicy });
  });

  test('a trial moves to HTTPS: the listener leaves port 80, and a redirect takes it', async () => {
    const before = listener({ Port: 80, Protocol: 'HTTP' });
    const after = listener({ Certificates: [{ CertificateArn: CERTIFICATE }] });
    await rig.update(TYPE, 'ProductionListener', parts.listener, after, before);
    const RedirectConfig = { Protocol: 'HTTPS', Port: 443, StatusCode: 'HTTP_301' };
    const redirect = listener({ Port: 80, Protocol: 'HTTP', DefaultActions: [{ Type: 'redirect', RedirectConfig }] });
    const made = await rig.create(TYPE, 'RedirectListener', redirect);
    expect((await shownListener(made.ref))?.DefaultActions).toEqual([
      { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
    ]);
    expect(await shownListener(parts.listener.ref)).toMatchObject({ Port: 443, Protocol: 'HTTPS' });
  });

  test("any edit sends the template's action again, over what a deployment has made of it", async () => {
    const shift = {
      Type: 'forward' as const,
      ForwardConfig: { TargetGroups: [{ TargetGroupArn: parts.green.ref, Weight: 100 }] },
    };
    const before = elb().listeners.get(parts.listener.ref);
    if (before) before.actions = [shift];
    const http = listener({ Port: 80, Protocol: 'HTTP' });
    await rig.update(TYPE, 'ProductionListener', parts.listener, { ...http, Tags: [{ Key: 'a', Value: 'b' }] }, http);
    expect((await shownListener(parts.listener.ref))?.DefaultActions?.[0]?.TargetGroupArn).toBe(parts.blue.ref);
    expect(elb().tags.get(parts.listener.ref)).toEqual(
      new Map([
        ['team', 'shop'],
        ['a', 'b'],
      ]),
    );
  });
});

describe('AWS::ElasticLoadBalancingV2::ListenerRule', () => {
  const TYPE = `${ELB}::ListenerRule`;
  const rule = (Priority: string, path: string): JsonObject => ({
    ListenerArn: parts.listener.ref,
    Priority,
    Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: [path] } }],
    Actions: [{ Type: 'forward', TargetGroupArn: parts.green.ref }],
  });

  test('is made, changed in place with its priority, and removed', async () => {
    const made = await rig.create(TYPE, 'ProductionRule', rule('10', '/a/*'));
    expect(made.ref).toMatch(new RegExp(`^${ACCOUNT}:listener-rule/app/`));
    expect(made.attributes).toEqual({ RuleArn: made.ref, IsDefault: false });
    await expect(rig.create(TYPE, 'Other', rule('10', '/b'))).rejects.toMatchObject({ code: 'PriorityInUse' });
    await rig.update(TYPE, 'ProductionRule', made, rule('20', '/b/*'), rule('10', '/a/*'));
    expect(elb().rules.get(made.ref)).toMatchObject({
      priority: 20,
      conditions: [{ PathPatternConfig: { Values: ['/b/*'] } }],
    });
    await rig.remove(TYPE, 'ProductionRule', made, {});
    expect(elb().rules.size).toBe(0);
  });
});

test('a listener certificate is recorded', async () => {
  const properties = { ListenerArn: parts.listener.ref, Certificates: [{ CertificateArn: CERTIFICATE }] };
  const made = await rig.create(`${ELB}::ListenerCertificate`, 'More', properties);
  expect(made.attributes['Id']).toBe(made.ref);
});

describe('an update that is refused half-way leaves all as it was', () => {
  const tooMany = { Tags: Array.from({ length: 60 }, (_, at) => ({ Key: `k${at}`, Value: 'v' })) };
  const shown = (): string =>
    JSON.stringify(
      [elb().loadBalancers, elb().listeners, elb().rules, elb().targetGroups, elb().tags],
      (_, value: unknown) => (value instanceof Map ? [...value] : value),
    );
  const refuses = async (type: string, made: Made, before: JsonObject, more: JsonObject): Promise<void> => {
    const was = shown();
    await expect(rig.update(`${ELB}::${type}`, 'It', made, { ...before, ...more }, before)).rejects.toThrow();
    expect(shown()).toBe(was);
  };

  test('a target group', async () => {
    const attributes = (Value: string) => [{ Key: 'deregistration_delay.timeout_seconds', Value }];
    await refuses(
      'TargetGroup',
      parts.blue,
      {},
      { HealthCheckPath: '/new', TargetGroupAttributes: attributes('never') },
    );
    await refuses('TargetGroup', parts.blue, {}, { TargetGroupAttributes: attributes('5'), ...tooMany });
  });

  test('a load balancer', async () => {
    const LoadBalancerAttributes = [{ Key: 'idle_timeout.timeout_seconds', Value: '90' }];
    await refuses('LoadBalancer', parts.balancer, {}, { LoadBalancerAttributes, Subnets: ['subnet-9'], ...tooMany });
  });

  test('a rule', async () => {
    const rule = {
      ListenerArn: parts.listener.ref,
      Priority: '10',
      Actions: [{ Type: 'forward', TargetGroupArn: parts.green.ref }],
    };
    const path = (value: string): JsonObject => ({ Conditions: [{ Field: 'path-pattern', Values: [value] }] });
    const made = await rig.create(`${ELB}::ListenerRule`, 'Rule', { ...rule, ...path('/a') });
    await refuses(
      'ListenerRule',
      made,
      { ...rule, ...path('/a') },
      { Priority: '20', Actions: [{ Type: 'forward', TargetGroupArn: 'arn:none' }] },
    );
    await refuses('ListenerRule', made, { ...rule, ...path('/a') }, { ...path('/b'), ...tooMany });
  });

  test('a listener, whose traffic stays where it is', async () => {
    const http = listener({ Port: 80, Protocol: 'HTTP' });
    await refuses('Listener', parts.listener, http, {
      DefaultActions: [{ Type: 'forward', TargetGroupArn: parts.green.ref }],
      ...tooMany,
    });
    await refuses('Listener', parts.listener, http, { Port: 8080, Tags: [{ Key: 'a', Value: 'b' }] });
  });
});
