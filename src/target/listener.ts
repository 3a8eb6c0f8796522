import { type Action, type Listener, type Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { type ElbPort } from '../ports/aws/aws.ts';

/** One place in a listener that says where requests go. */
export interface Route {
  /** ARN of the rule; null for the listener's default action. */
  readonly rule: string | null;
  /** Target group ARN to its weight. */
  readonly weights: ReadonlyMap<string, number>;
  /** Types of the actions before it: `authenticate-oidc`. */
  readonly before: readonly string[];
}

export interface ListenerRoutes {
  readonly arn: string;
  readonly routes: readonly Route[];
}

/** A Network Load Balancer's listener: it has a default action and no rules. */
export function isNetworkListener(arn: string): boolean {
  return arn.includes(':listener/net/');
}

/** One call for one listener: the rules of an application listener include its default (ELBv2 API: Rule.IsDefault). */
export async function readListener(arn: string, elb: ElbPort): Promise<ListenerRoutes> {
  return isNetworkListener(arn)
    ? { arn, routes: routesOfListener(await elb.describeListener(arn)) }
    : { arn, routes: routesOfRules(await elb.describeRules(arn)) };
}

export function routesOfListener(listener: Pick<Listener, 'DefaultActions'>): readonly Route[] {
  return [routeOf(null, listener.DefaultActions ?? [])];
}

export function routesOfRules(rules: readonly Pick<Rule, 'RuleArn' | 'IsDefault' | 'Actions'>[]): readonly Route[] {
  return rules.map((rule) => routeOf(rule.IsDefault === true ? null : (rule.RuleArn ?? ''), rule.Actions ?? []));
}

function routeOf(rule: string | null, actions: readonly Action[]): Route {
  const forwards = actions.filter(({ Type }) => Type === 'forward');
  return {
    rule,
    weights: new Map(forwards.flatMap(weightsOf)),
    before: actions.filter(({ Type }) => Type !== 'forward').map(({ Type }) => Type ?? ''),
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
