import { type Action } from '../world/elb.ts';
import { type World } from '../world/world.ts';

/** ARNs of the two target groups of a deployment. */
export interface Pair {
  readonly blue: string;
  readonly green: string;
}

interface Route {
  readonly arn: string;
  actions: Action[];
}

/** The default actions of a listener and those of its rules. */
function routes(world: World, listenerArn: string): Route[] {
  const listener = world.elb.listeners.get(listenerArn);
  const rules = [...world.elb.rules.values()].filter((rule) => rule.listenerArn === listenerArn);
  return listener ? [listener, ...rules] : [];
}

const groupsOf = (action: Action) => action.ForwardConfig?.TargetGroups ?? [];

function shifted(action: Action, pair: Pair, green: number): Action {
  const members = groupsOf(action);
  const others = members.filter(
    (member) => member.TargetGroupArn !== pair.blue && member.TargetGroupArn !== pair.green,
  );
  if (others.length === members.length) return action;
  const weights = [
    { TargetGroupArn: pair.green, Weight: green },
    { TargetGroupArn: pair.blue, Weight: 100 - green },
  ];
  return { ...action, ForwardConfig: { ...action.ForwardConfig, TargetGroups: [...weights, ...others] } };
}

/**
 * Sends `green` percent (0 to 100) of a listener's traffic to the replacement, the rest to the original. Every forward
 * action that names one of the two takes the weights, the default one and those of rules; the idle one stays at 0.
 */
export function shiftTraffic(world: World, listenerArn: string, pair: Pair, green: number): void {
  for (const route of routes(world, listenerArn)) {
    route.actions = route.actions.map((action) => shifted(action, pair, green));
  }
}

/** ARNs of what a shift of the pair changes: the listener for its default action, and its rules. */
export const routesOf = (world: World, listenerArn: string, { blue, green }: Pair): readonly string[] =>
  routes(world, listenerArn)
    .filter(({ actions }) =>
      actions.flatMap(groupsOf).some(({ TargetGroupArn }) => TargetGroupArn === blue || TargetGroupArn === green),
    )
    .map(({ arn }) => arn);

/** The share of the pair's traffic, 0 to 100, that a listener gives to one of its groups. */
export function trafficWeight(world: World, listenerArn: string, pair: Pair, targetGroupArn: string): number {
  const ours = routes(world, listenerArn)
    .flatMap((route) => route.actions)
    .map((action) => groupsOf(action).filter((member) => [pair.blue, pair.green].includes(member.TargetGroupArn)))
    .find((members) => members.length > 0);
  const total = ours?.reduce((sum, member) => sum + member.Weight, 0) ?? 0;
  const own = ours?.find((member) => member.TargetGroupArn === targetGroupArn)?.Weight ?? 0;
  return total === 0 ? 0 : (own / total) * 100;
}

/** Whether some action of the listener gives the group a weight above 0. */
export function isServed(world: World, listenerArn: string, targetGroupArn: string): boolean {
  return routes(world, listenerArn)
    .flatMap((route) => route.actions)
    .some((action) => groupsOf(action).some((member) => member.TargetGroupArn === targetGroupArn && member.Weight > 0));
}

/** Whether any listener or rule names the group, at weight 0 too: only then is it health-checked. */
export function isBehindListener(world: World, targetGroupArn: string): boolean {
  return [...world.elb.listeners.keys()]
    .flatMap((arn) => routes(world, arn))
    .flatMap((route) => route.actions)
    .some((action) => groupsOf(action).some((member) => member.TargetGroupArn === targetGroupArn));
}
