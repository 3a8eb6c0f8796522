/** Attributes of load balancers and target groups: AWS's defaults, and the values that are checked. */
import { AwsError } from '../../operation.ts';
import { type LoadBalancer, type TargetGroup } from '../../world/elb.ts';

type Defaults = Readonly<Record<string, string>>;

/** ELBv2 API: LoadBalancerAttribute. */
const everyBalancer: Defaults = {
  'access_logs.s3.bucket': '',
  'access_logs.s3.enabled': 'false',
  'access_logs.s3.prefix': '',
  'deletion_protection.enabled': 'false',
  'ipv6.deny_all_igw_traffic': 'false',
  'zonal_shift.config.enabled': 'false',
};

const applicationBalancer: Defaults = {
  ...everyBalancer,
  'client_keep_alive.seconds': '3600',
  'connection_logs.s3.bucket': '',
  'connection_logs.s3.enabled': 'false',
  'connection_logs.s3.prefix': '',
  'idle_timeout.timeout_seconds': '60',
  'load_balancing.cross_zone.enabled': 'true',
  'routing.http.desync_mitigation_mode': 'defensive',
  'routing.http.drop_invalid_header_fields.enabled': 'false',
  'routing.http.preserve_host_header.enabled': 'false',
  'routing.http.x_amzn_tls_version_and_cipher_suite.enabled': 'false',
  'routing.http.xff_client_port.enabled': 'false',
  'routing.http.xff_header_processing.mode': 'append',
  'routing.http2.enabled': 'true',
  'waf.fail_open.enabled': 'false',
};

const networkBalancer: Defaults = {
  ...everyBalancer,
  'dns_record.client_routing_policy': 'any_availability_zone',
  'load_balancing.cross_zone.enabled': 'false',
};

/** ELBv2 API: TargetGroupAttribute. */
const everyGroup: Defaults = {
  'deregistration_delay.timeout_seconds': '300',
  'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration',
  'stickiness.enabled': 'false',
  'target_group_health.dns_failover.minimum_healthy_targets.count': '1',
  'target_group_health.dns_failover.minimum_healthy_targets.percentage': 'off',
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': '1',
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage': 'off',
};

const httpGroup: Defaults = {
  ...everyGroup,
  'load_balancing.algorithm.anomaly_mitigation': 'off',
  'load_balancing.algorithm.type': 'round_robin',
  'slow_start.duration_seconds': '0',
  'stickiness.app_cookie.cookie_name': '',
  'stickiness.app_cookie.duration_seconds': '86400',
  'stickiness.lb_cookie.duration_seconds': '86400',
  'stickiness.type': 'lb_cookie',
};

const tcpGroup: Defaults = {
  ...everyGroup,
  'deregistration_delay.connection_termination.enabled': 'false',
  'preserve_client_ip.enabled': 'false',
  'proxy_protocol_v2.enabled': 'false',
  'stickiness.type': 'source_ip',
};

export interface Attribute {
  readonly Key: string;
  readonly Value: string;
}

export const balancerAttributes = ({ type, attributes }: LoadBalancer): Attribute[] =>
  listed(type === 'network' ? networkBalancer : applicationBalancer, attributes);

export const groupAttributes = ({ protocol, attributes }: TargetGroup): Attribute[] =>
  listed(protocol === 'HTTP' || protocol === 'HTTPS' ? httpGroup : tcpGroup, attributes);

function listed(defaults: Defaults, given: ReadonlyMap<string, string>): Attribute[] {
  const all = new Map([...Object.entries(defaults), ...given]);
  return [...all].map(([Key, Value]) => ({ Key, Value }));
}

/** Whole seconds from and to. */
const seconds: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['client_keep_alive.seconds', [60, 604_800]],
  ['deregistration_delay.timeout_seconds', [0, 3_600]],
  ['idle_timeout.timeout_seconds', [1, 4_000]],
]);

/** Checks what the sandbox acts on; others are kept as they are given. Throws ValidationError. */
export function setAttributes(
  attributes: Map<string, string>,
  given: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined,
): void {
  if (!given?.length) throw new AwsError('ValidationError', 'At least one attribute must be specified');
  for (const { Key: key, Value: value = '' } of given) check(key, value);
  for (const { Key: key = '', Value: value = '' } of given) attributes.set(key, value);
}

function check(key: string | undefined, value: string): void {
  if (!key) throw new AwsError('ValidationError', 'An attribute must have a key');
  const range = seconds.get(key);
  if (range && !(/^\d+$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1])) {
    throw new AwsError('ValidationError', `'${key}' must be a number from ${range[0]} to ${range[1]}, not '${value}'`);
  }
  if (key.endsWith('.enabled') && value !== 'true' && value !== 'false') {
    const isCrossZone = key === 'load_balancing.cross_zone.enabled' && value === 'use_load_balancer_configuration';
    if (!isCrossZone) throw new AwsError('ValidationError', `'${key}' must be 'true' or 'false', not '${value}'`);
  }
}
