import { type Action, type Listener, type Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { type ElbPort, type Entrance } from '../ports/aws/aws.ts';
import { hostOf } from './url.ts';

/** One place in a listener that says where requests go. */
export interface Route {
  /** ARN of the rule; null for the listener's default action. */
  readonly rule: string | null;
  /** Target group ARN to its weight. */
  readonly weights: ReadonlyMap<string, number>;
  /** Types of the actions before it: `authenticate-oidc`. */
  readonly before: readonly string[];
  /** The host that the rule is for; null where it names none. */
  readonly host: string | null;
}

export interface ListenerRoutes {
  readonly arn: string;
  readonly routes: readonly Route[];
  /** Where the listener is reached; null where that was not asked for or may not be read. It refuses nothing. */
  readonly entrance: Entrance | null;
}

/** A Network Load Balancer's listener: it has a default action and no rules. */
export function isNetworkListener(arn: string): boolean {
  return arn.includes(':listener/net/');
}

/** One call for the routes: the rules of an application listener include its default (ELBv2 API: Rule.IsDefault). */
export async function readListener(arn: string, elb: ElbPort, withEntrance: boolean): Promise<ListenerRoutes> {
  const [routes, entrance] = await Promise.all([
    isNetworkListener(arn)
      ? elb.describeListener(arn).then(routesOfListener)
      : elb.describeRules(arn).then(routesOfRules),
    withEntrance ? elb.entrance(arn).catch(() => null) : null,
  ]);
  return { arn, routes, entrance };
}

export function routesOfListener(listener: Pick<Listener, 'DefaultActions'>): readonly Route[] {
  return [routeOf(null, listener.DefaultActions ?? [], null)];
}

export function routesOfRules(
  rules: readonly Pick<Rule, 'RuleArn' | 'IsDefault' | 'Actions' | 'Conditions'>[],
): readonly Route[] {
  return rules.map((rule) =>
    routeOf(rule.IsDefault === true ? null : (rule.RuleArn ?? ''), rule.Actions ?? [], hostOf(rule)),
  );
}

function routeOf(rule: string | null, actions: readonly Action[], host: string | null): Route {
  const forwards = actions.filter(({ Type }) => Type === 'forward');
  return {
    rule,
    weights: new Map(forwards.flatMap(weightsOf)),
    before: actions.filter(({ Type }) => Type !== 'forward').map(({ Type }) => Type ?? ''),
    host,
  };
}

/** A group without a weight of its own counts 1: with a single group AWS leaves the weight out. */
function weightsOf(action: Action): (readonly [string, number])[] {
  const weighted = action.ForwardConfig?.TargetGroups ?? [];
  const single = action.TargetGroupArn === undefined ? [] : [{ TargetGroupArn: action.TargetGroupArn, Weight: 1 }];
  return (weighted.length > 0 ? weighted : single).map(({ TargetGroupArn, Weight }) => [
    TargetGroupArn ?? '',
    Weight ?? 1,
  ]);
}

/** True where some action gives the target group traffic. */
export function takesTraffic(routes: readonly Route[], targetGroup: string): boolean {
  return routes.some(({ weights }) => (weights.get(targetGroup) ?? 0) > 0);
}

/** The highest weight that any action gives the target group; 0 where none names it. */
export function weightOf(routes: readonly Route[], targetGroup: string): number {
  return Math.max(0, ...routes.map(({ weights }) => weights.get(targetGroup) ?? 0));
}
