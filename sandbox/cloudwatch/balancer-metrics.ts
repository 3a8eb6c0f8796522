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

/** Seconds. */
const timed = ({ targetMs, timed: times, targetMinMs, targetMaxMs }: Counts): StatisticSet | null =>
  times > 0 ? { count: times, sum: targetMs / 1000, min: targetMinMs / 1000, max: targetMaxMs / 1000 } : null;

/**
 * Of target groups, and of load balancers as the sum over their listeners (ELB user guide, "Application Load Balancer
 * metrics": RequestCount is only incremented where the load balancer was able to choose a target).
 */
const targetMetrics = new Map<string, (counts: Counts) => StatisticSet | null>([
  ['RequestCount', ({ targeted }) => counted(targeted)],
  ['HTTPCode_Target_2XX_Count', ({ target2xx }) => counted(target2xx)],
  ['HTTPCode_Target_3XX_Count', ({ target3xx }) => counted(target3xx)],
  ['HTTPCode_Target_4XX_Count', ({ target4xx }) => counted(target4xx)],
  ['HTTPCode_Target_5XX_Count', ({ target5xx }) => counted(target5xx)],
  ['TargetResponseTime', timed],
]);

/** Of load balancers only; fixed responses are the load balancer's own too (assumed). */
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
  counts && hosts && hosts.healthy > 0 ? repeated(counts.targeted / hosts.healthy, 1) : null;

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
  if (group) {
    return (minute) => {
      const counts = traffic.minute(group, minute);
      return counts && read(counts);
    };
  }
  // A deleted listener's count stays: its ARN tells whose it was (Service Authorization Reference, ELB v2: listener/app).
  const listeners = `${balancer.replace(':loadbalancer/', ':listener/')}/`;
  return (minute) =>
    [...traffic.listenersIn(minute)]
      .map(([arn, counts]) => (arn.startsWith(listeners) ? read(counts) : null))
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
