import { describe, expect, test } from '@jest/globals';
import {
  type Listener,
  type LoadBalancer,
  type Rule,
  type TargetGroup,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { steppedClock } from '../../../sandbox/clock.ts';
import { seededRandom } from '../../../sandbox/ids.ts';
import { type Sandbox } from '../../../sandbox/operation.ts';
import { elbOperations } from '../../../sandbox/operations/elb/index.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';
import { groups, minute, rig } from '../lifecycle/rig.ts';

interface Answer {
  readonly LoadBalancers?: LoadBalancer[];
  readonly TargetGroups?: TargetGroup[];
  readonly Listeners?: Listener[];
  readonly Rules?: Rule[];
  readonly NextMarker?: string;
}

const refusal = (code: string) => expect.objectContaining({ code });
const caller = (sandbox: Sandbox) => (name: string, input: object) =>
  (elbOperations[name] ?? { handle: () => ({}) }).handle(input, sandbox, {}) as Answer;

function balancer() {
  const sandbox = createSandbox({ clock: steppedClock(), random: seededRandom(3) });
  const { world } = sandbox;
  const call = caller(sandbox);
  const arn =
    call('CreateLoadBalancer', { Name: 'web', Type: 'application' }).LoadBalancers?.[0]?.LoadBalancerArn ?? '';
  const group = (Name: string) =>
    call('CreateTargetGroup', { Name, Port: 80, Protocol: 'HTTP', VpcId: 'vpc-1', TargetType: 'ip' }).TargetGroups?.[0]
      ?.TargetGroupArn ?? '';
  const [blue, green] = [group('blue'), group('green')];
  const listen = (Port: number, LoadBalancerArn = arn, TargetGroupArn = blue) =>
    call('CreateListener', {
      LoadBalancerArn,
      Port,
      Protocol: 'HTTP',
      DefaultActions: [{ Type: 'forward', TargetGroupArn }],
    }).Listeners?.[0]?.ListenerArn ?? '';
  return { call, arn, blue, green, listener: listen(80), listen, world };
}

describe('load balancers and target groups', () => {
  test('have ARNs in the forms of AWS', () => {
    const { arn, blue, listener, call } = balancer();
    const prefix = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';
    expect(arn).toMatch(new RegExp(`^${prefix}:loadbalancer/app/web/[0-9a-f]{16}$`));
    expect(blue).toMatch(new RegExp(`^${prefix}:targetgroup/blue/[0-9a-f]{16}$`));
    expect(listener).toMatch(new RegExp(`^${prefix}:listener/app/web/[0-9a-f]{16}/[0-9a-f]{16}$`));
    expect(call('DescribeRules', { ListenerArn: listener }).Rules?.[0]?.RuleArn).toMatch(
      new RegExp(`^${prefix}:listener-rule/app/web/[0-9a-f]{16}/[0-9a-f]{16}/[0-9a-f]{16}$`),
    );
  });

  test('a group knows the load balancer whose listener names it', () => {
    const { call, arn, green } = balancer();
    const all = call('DescribeTargetGroups', { Names: ['blue', 'green'] }).TargetGroups;
    expect(all?.map((group) => group.LoadBalancerArns)).toEqual([[arn], []]);
    const names = (input: object) =>
      call('DescribeTargetGroups', input).TargetGroups?.map((group) => group.TargetGroupName);
    expect(names({ LoadBalancerArn: arn })).toEqual(['blue']);
    expect(names({ TargetGroupArns: [green] })).toEqual(['green']);
    expect(call('DescribeLoadBalancers', { Names: ['web'] }).LoadBalancers?.[0]?.LoadBalancerArn).toBe(arn);
  });

  test('pages by marker', () => {
    const { call } = balancer();
    const first = call('DescribeTargetGroups', { PageSize: 1 });
    const second = call('DescribeTargetGroups', { PageSize: 1, Marker: first.NextMarker });
    const names = [first, second].map((page) => page.TargetGroups?.map((group) => group.TargetGroupName));
    expect([names, second.NextMarker]).toEqual([[['blue'], ['green']], undefined]);
  });

  test('the same group again is the same; with other settings it is refused', () => {
    const { call, blue } = balancer();
    const input = { Name: 'blue', Port: 80, Protocol: 'HTTP', VpcId: 'vpc-1', TargetType: 'ip' };
    expect(call('CreateTargetGroup', input).TargetGroups?.[0]?.TargetGroupArn).toBe(blue);
    expect(() => call('CreateTargetGroup', { ...input, Port: 81 })).toThrow(refusal('DuplicateTargetGroupName'));
  });
});

describe('listeners and rules', () => {
  test('one group: TargetGroupArn and ForwardConfig; several: ForwardConfig alone', () => {
    const { call, listener, blue, green } = balancer();
    const before = call('DescribeListeners', { ListenerArns: [listener] }).Listeners?.[0]?.DefaultActions?.[0];
    expect(before).toMatchObject({
      Type: 'forward',
      TargetGroupArn: blue,
      ForwardConfig: { TargetGroups: [{ TargetGroupArn: blue, Weight: 1 }] },
    });
    const both = [blue, green].map((TargetGroupArn, n) => ({ TargetGroupArn, Weight: n * 100 }));
    call('ModifyListener', {
      ListenerArn: listener,
      DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups: both } }],
    });
    const after = call('DescribeListeners', { ListenerArns: [listener] }).Listeners?.[0]?.DefaultActions?.[0];
    expect(after).toMatchObject({ ForwardConfig: { TargetGroups: both } });
    expect(after).not.toHaveProperty('TargetGroupArn');
  });

  test('rules are listed by priority, the default one last', () => {
    const { call, listener, blue, green } = balancer();
    const rule = (Priority: number) =>
      call('CreateRule', {
        ListenerArn: listener,
        Priority,
        Conditions: [{ Field: 'path-pattern', Values: ['/api/*'] }],
        Actions: [{ Type: 'forward', TargetGroupArn: blue }],
      }).Rules?.[0]?.RuleArn;
    rule(20);
    const first = rule(10);
    call('ModifyRule', { RuleArn: first, Actions: [{ Type: 'forward', TargetGroupArn: green }] });
    const rules = call('DescribeRules', { ListenerArn: listener }).Rules ?? [];
    expect(rules.map(({ Priority, IsDefault }) => [Priority, IsDefault])).toEqual([
      ['10', false],
      ['20', false],
      ['default', true],
    ]);
    expect(rules[0]?.Actions?.[0]?.TargetGroupArn).toBe(green);
    expect(() => rule(10)).toThrow(refusal('PriorityInUse'));
    const [last] = rules.slice(-1);
    expect(call('DescribeRules', { RuleArns: [last?.RuleArn] }).Rules?.[0]?.IsDefault).toBe(true);
    expect(() => call('ModifyRule', { RuleArn: last?.RuleArn })).toThrow(refusal('OperationNotPermitted'));
  });

  test('a port is taken once; a group belongs to one load balancer', () => {
    const { call, listen, blue } = balancer();
    expect(() => listen(80)).toThrow(refusal('DuplicateListener'));
    const other = call('CreateLoadBalancer', { Name: 'other' }).LoadBalancers?.[0]?.LoadBalancerArn;
    expect(() => listen(80, other, blue)).toThrow(refusal('TargetGroupAssociationLimit'));
  });

  test.each([
    ['DescribeLoadBalancers', { LoadBalancerArns: ['x'] }, 'LoadBalancerNotFound'],
    ['DescribeLoadBalancers', { Names: ['x'] }, 'LoadBalancerNotFound'],
    ['DescribeTargetGroups', { Names: ['x'] }, 'TargetGroupNotFound'],
    ['DescribeTargetGroups', { LoadBalancerArn: 'x' }, 'LoadBalancerNotFound'],
    ['DescribeTargetHealth', { TargetGroupArn: 'x' }, 'TargetGroupNotFound'],
    ['DescribeListeners', { ListenerArns: ['x'] }, 'ListenerNotFound'],
    ['DescribeListeners', {}, 'ValidationError'],
    ['DescribeRules', { ListenerArn: 'x' }, 'ListenerNotFound'],
    ['DescribeRules', { RuleArns: ['x'] }, 'RuleNotFound'],
    ['ModifyRule', { RuleArn: 'x' }, 'RuleNotFound'],
    ['CreateLoadBalancer', { Name: 'web' }, 'DuplicateLoadBalancerName'],
    ['CreateLoadBalancer', { Name: '-web' }, 'ValidationError'],
    ['CreateLoadBalancer', { Name: 'one', Subnets: ['subnet-1'] }, 'ValidationError'],
    ['CreateLoadBalancer', { Name: 'twice', Subnets: ['subnet-1', 'subnet-1'] }, 'ValidationError'],
    ['CreateTargetGroup', { Name: 'new' }, 'ValidationError'],
    ['DescribeTargetGroups', { Marker: 'x' }, 'ValidationError'],
  ])('%s %j: %s', (operation, input, code) => {
    const { call } = balancer();
    expect(() => call(operation, input)).toThrow(refusal(code));
  });

  test.each([
    [[], 'ValidationError'],
    [[{ Type: 'forward', TargetGroupArn: 'x' }], 'TargetGroupNotFound'],
    [[{ Type: 'authenticate-oidc' }], 'InvalidLoadBalancerAction'],
  ])('actions %j: %s', (DefaultActions, code) => {
    const { call, listener } = balancer();
    expect(() => call('ModifyListener', { ListenerArn: listener, DefaultActions })).toThrow(refusal(code));
  });
});

describe('DescribeTargetHealth', () => {
  const states = (sandbox: Sandbox, TargetGroupArn: string) =>
    (
      elbOperations['DescribeTargetHealth']?.handle({ TargetGroupArn }, sandbox, {}) as {
        TargetHealthDescriptions: { TargetHealth: { State: string } }[];
      }
    ).TargetHealthDescriptions.map((target) => target.TargetHealth.State);

  test('follows the tasks: unused, initial, healthy, draining, gone', () => {
    const { sandbox, deploy, until, clock } = rig();
    expect(states(sandbox, groups.one)).toEqual(['healthy', 'healthy']);
    expect(states(sandbox, groups.two)).toEqual([]);
    const deployment = deploy();
    until(deployment, 'Install');
    clock.advance(sandbox.settings.taskStartMs);
    expect(states(sandbox, groups.two)).toEqual(['unused', 'unused']);
    until(deployment, 'RemoveBlue');
    expect([states(sandbox, groups.one), states(sandbox, groups.two)]).toEqual([
      ['draining', 'draining'],
      ['healthy', 'healthy'],
    ]);
    until(deployment, 'Succeeded');
    clock.advance(5 * minute);
    expect(states(sandbox, groups.one)).toEqual([]);
    const next = deploy({ image: 'app:unhealthy' });
    until(next, 'Install');
    clock.advance(sandbox.settings.taskStartMs + 1);
    expect(states(sandbox, groups.one)).toEqual(['initial', 'initial']);
    clock.advance(sandbox.settings.taskHealthyMs);
    expect(states(sandbox, groups.one)).toEqual(['initial', 'initial']);
    clock.advance(30_000);
    expect(states(sandbox, groups.one)).toEqual(['draining', 'draining']);
  });
});
