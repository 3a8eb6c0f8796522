/** AWS/ApplicationELB, from what the listeners passed on and from the targets' health. */
import { type Counts } from '../balancer/traffic.ts';
import { type Sandbox } from '../operation.ts';
import { type Action } from '../world/elb.ts';
import { type World } from '../world/world.ts';
import { type Hosts } from './host-samples.ts';
import { type Metric, type MinuteReader } from './metric.ts';
import { merge, repeated, type StatisticSet } from './statistics.ts';

export const BALANCER_NAMESPACE = 'AWS/ApplicationELB';

/** A value of 1 for each request; CloudWatch has no datapoint where there is none ("Reporting criteria: nonzero value"). */
const counted = (times: number): StatisticSet | null => (times > 0 ? repeated(1, times) : null);

/** Only sum and count of the times are known: minimum and maximum are the minute's average. */
const timed = ({ targetMs, timed: times }: Counts): StatisticSet | null =>
  times > 0 ? repeated(targetMs / times / 1000, times) : null;

/** Of target groups, and of load balancers as the sum over theirs (ELB user guide, "Application Load Balancer metrics"). */
const targetMetrics = new Map<string, (counts: Counts) => StatisticSet | null>([
  ['RequestCount', ({ requests }) => counted(requests)],
  ['HTTPCode_Target_2XX_Count', ({ target2xx }) => counted(target2xx)],
  ['HTTPCode_Target_3XX_Count', ({ target3xx }) => counted(target3xx)],
  ['HTTPCode_Target_4XX_Count', ({ target4xx }) => counted(target4xx)],
  ['HTTPCode_Target_5XX_Count', ({ target5xx }) => counted(target5xx)],
  ['TargetResponseTime', timed],
]);

/** Of load balancers only. */
const ownMetrics = new Map<string, (counts: Counts) => StatisticSet | null>([
  ['HTTPCode_ELB_4XX_Count', ({ balancer4xx }) => counted(balancer4xx)],
  ['HTTPCode_ELB_5XX_Count', ({ balancer5xx }) => counted(balancer5xx)],
]);

const hostMetrics = new Map<string, (hosts: Hosts) => number>([
  ['HealthyHostCount', ({ healthy }) => healthy],
  ['UnHealthyHostCount', ({ unhealthy }) => unhealthy],
]);

const PER_TARGET = 'RequestCountPerTarget';

/** Only its sum means something (ELB user guide: RequestCountPerTarget). */
const perTarget = (counts: Counts | null, hosts: Hosts | null): StatisticSet | null =>
  counts && hosts && hosts.healthy > 0 ? repeated(counts.requests / hosts.healthy, 1) : null;

/** null where AWS has no such metric with those dimensions. */
export function balancerMetric(sandbox: Sandbox, { name, dimensions }: Metric): MinuteReader | null {
  const { world, traffic } = sandbox;
  const balancer = byEnding(world.elb.loadBalancers.keys(), `:loadbalancer/${dimensions.get('LoadBalancer') ?? '?'}`);
  const group = byEnding(world.elb.targetGroups.keys(), `:${dimensions.get('TargetGroup') ?? '?'}`);
  if (!balancer || (dimensions.has('TargetGroup') ? !group || dimensions.size !== 2 : dimensions.size !== 1))
    return null;
  const hosts = hostMetrics.get(name);
  if (hosts && group) return (minute) => reported(hostsAt(sandbox, minute, group), hosts);
  if (name === PER_TARGET && group) {
    return (minute) => perTarget(traffic.minute(group, minute), hostsAt(sandbox, minute, group));
  }
  const read = targetMetrics.get(name) ?? (group ? undefined : ownMetrics.get(name));
  if (!read) return null;
  const groups = group ? [group] : groupsOf(world, balancer);
  return (minute) =>
    groups
      .map((arn) => traffic.minute(arn, minute))
      .map((counts) => counts && read(counts))
      .reduce((sum, each) => (sum && each ? merge(sum, each) : (sum ?? each)), null);
}

/** Target groups that the load balancer's listeners and rules name. */
function groupsOf(world: World, loadBalancerArn: string): string[] {
  const listeners = [...world.elb.listeners.values()].filter((each) => each.loadBalancerArn === loadBalancerArn);
  const arns = new Set(listeners.map(({ arn }) => arn));
  const rules = [...world.elb.rules.values()].filter(({ listenerArn }) => arns.has(listenerArn));
  const named = ({ actions }: { readonly actions: readonly Action[] }): string[] =>
    actions.flatMap(({ ForwardConfig }) => ForwardConfig?.TargetGroups.map((each) => each.TargetGroupArn) ?? []);
  return [...new Set([...listeners, ...rules].flatMap(named))];
}

const byEnding = (arns: Iterable<string>, ending: string): string | undefined =>
  [...arns].find((arn) => arn.endsWith(ending));

const reported = (hosts: Hosts | null, count: (hosts: Hosts) => number): StatisticSet | null =>
  hosts && repeated(count(hosts), 1);

/** Those of the past were sampled; this minute's are those of now. */
function hostsAt({ world, clock }: Sandbox, minute: number, targetGroupArn: string): Hosts | null {
  const sampled = world.cloudwatch.hosts.at(minute, targetGroupArn);
  return (
    sampled ?? (minute === Math.floor(clock.now() / 60_000) ? (hostsNow(world).get(targetGroupArn) ?? null) : null)
  );
}

/** By target group ARN; groups without targets report nothing. */
export function hostsNow({ elb }: World): ReadonlyMap<string, Hosts> {
  const counts = [...elb.targets].map(([arn, targets]): [string, Hosts] => {
    const inState = (state: string): number => targets.filter((target) => target.state === state).length;
    return [arn, { healthy: inState('healthy'), unhealthy: inState('unhealthy') }];
  });
  return new Map(counts.filter(([arn]) => (elb.targets.get(arn)?.length ?? 0) > 0));
}

/** Every metric that there could be: of each load balancer, and of each with its target groups. */
export function balancerMetrics(world: World): Metric[] {
  return [...world.elb.loadBalancers.keys()].flatMap((arn) => {
    const own = new Map([['LoadBalancer', after(arn, ':loadbalancer/')]]);
    const groups = groupsOf(world, arn).map((group) => new Map([...own, ['TargetGroup', after(group, ':')]]));
    const list = (names: Iterable<string>, dimensions: ReadonlyMap<string, string>): Metric[] =>
      [...names].map((name) => ({ namespace: BALANCER_NAMESPACE, name, dimensions }));
    return [
      ...list([...targetMetrics.keys(), ...ownMetrics.keys()], own),
      ...groups.flatMap((dimensions) => list([...targetMetrics.keys(), ...hostMetrics.keys(), PER_TARGET], dimensions)),
    ];
  });
}

const after = (text: string, mark: string): string => text.slice(text.lastIndexOf(mark) + mark.length);
