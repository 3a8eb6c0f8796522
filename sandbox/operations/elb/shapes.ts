/** The world's things as the API tells them. */
import { createHash } from 'node:crypto';
import {
  type AvailabilityZone,
  type Listener as ListenerInfo,
  type LoadBalancer as LoadBalancerInfo,
  type ProtocolEnum,
  type Rule as RuleInfo,
  type TargetGroup as TargetGroupInfo,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { type HealthCheck, type Listener, type LoadBalancer, type Rule, type TargetGroup } from '../../world/elb.ts';
import { type World } from '../../world/world.ts';
import { dnsNameOf, portOf, type Reached } from './reached.ts';
import { actionInfo, loadBalancersOf } from './actions.ts';
import { resourcePath } from './lookup.ts';

export const protocols = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP'] as const satisfies ProtocolEnum[];

const protocolInfo = (name: string): ProtocolEnum | undefined => protocols.find((protocol) => protocol === name);

/** Each subnet in a zone of its own: `eu-west-1a`, `eu-west-1b`, … */
function zones({ arn, subnets = [] }: LoadBalancer): AvailabilityZone[] {
  const region = arn.split(':')[3] ?? '';
  return subnets.map((SubnetId, index) => ({
    ZoneName: `${region}${String.fromCharCode('a'.charCodeAt(0) + (index % 26))}`,
    SubnetId,
  }));
}

export function loadBalancerInfo(balancer: LoadBalancer, reached: Reached): LoadBalancerInfo {
  return {
    LoadBalancerArn: balancer.arn,
    LoadBalancerName: balancer.name,
    DNSName: dnsNameOf(balancer, reached),
    CanonicalHostedZoneId: 'Z32O12XQLNTSW2',
    CreatedTime: new Date(balancer.createdAt),
    Scheme: balancer.scheme,
    Type: balancer.type,
    VpcId: balancer.vpcId,
    State: { Code: 'active' },
    AvailabilityZones: zones(balancer),
    SecurityGroups: [...(balancer.securityGroups ?? [])],
    IpAddressType: 'ipv4',
  };
}

export function healthCheckInfo(check: HealthCheck): Partial<TargetGroupInfo> {
  const isHttp = check.protocol === 'HTTP' || check.protocol === 'HTTPS';
  return {
    HealthCheckEnabled: true,
    HealthCheckProtocol: protocolInfo(check.protocol),
    HealthCheckPort: check.port,
    ...(isHttp && { HealthCheckPath: check.path, Matcher: { HttpCode: check.matcher } }),
    HealthCheckIntervalSeconds: check.intervalSeconds,
    HealthCheckTimeoutSeconds: check.timeoutSeconds,
    HealthyThresholdCount: check.healthyThreshold,
    UnhealthyThresholdCount: check.unhealthyThreshold,
  };
}

export function targetGroupInfo(world: World, group: TargetGroup): TargetGroupInfo {
  const isHttp = group.protocol === 'HTTP' || group.protocol === 'HTTPS';
  return {
    TargetGroupArn: group.arn,
    TargetGroupName: group.name,
    Protocol: protocolInfo(group.protocol),
    Port: group.port,
    VpcId: group.vpcId,
    TargetType: group.targetType,
    ...healthCheckInfo(group.healthCheck),
    ...(isHttp && { ProtocolVersion: 'HTTP1' }),
    LoadBalancerArns: loadBalancersOf(world, group.arn),
    IpAddressType: 'ipv4',
  };
}

export function listenerInfo(listener: Listener, reached: Reached): ListenerInfo {
  return {
    ListenerArn: listener.arn,
    LoadBalancerArn: listener.loadBalancerArn,
    Port: portOf(listener, reached),
    Protocol: protocolInfo(listener.protocol),
    ...(listener.certificate !== undefined && {
      Certificates: [{ CertificateArn: listener.certificate }],
      SslPolicy: listener.sslPolicy,
    }),
    DefaultActions: listener.actions.map(actionInfo),
  };
}

export function ruleInfo(rule: Rule): RuleInfo {
  return {
    RuleArn: rule.arn,
    Priority: String(rule.priority),
    Conditions: rule.conditions.map((condition) => ({ ...condition })),
    Actions: rule.actions.map(actionInfo),
    IsDefault: false,
  };
}

/** A rule's ARN is its listener's with another word and one more part. */
export const ruleArn = (listenerArn: string, id: string): string =>
  `${listenerArn.slice(0, listenerArn.indexOf(':listener/'))}:listener-rule/${resourcePath(listenerArn)}/${id}`;

export const defaultRuleArn = (listenerArn: string): string =>
  ruleArn(listenerArn, createHash('sha256').update(listenerArn).digest('hex').slice(0, 16));

/** Whether it is the ARN of a listener's default rule. */
export const isDefaultRule = (world: World, arn: string | undefined): boolean =>
  [...world.elb.listeners.keys()].some((listenerArn) => defaultRuleArn(listenerArn) === arn);

/** The listener's default actions as the rule that AWS shows of them (ELBv2 API: Rule.IsDefault). */
export function defaultRuleInfo(listener: Listener): RuleInfo {
  return {
    RuleArn: defaultRuleArn(listener.arn),
    Priority: 'default',
    Conditions: [],
    Actions: listener.actions.map(actionInfo),
    IsDefault: true,
  };
}
