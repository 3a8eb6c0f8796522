/** Which of a listener's actions a request meets. */
import { type Action, type Listener, type Rule } from '../world/elb.ts';
import { type World } from '../world/world.ts';
import { type Asked, type Test, testOf } from './conditions.ts';
import { Wheel } from './wheel.ts';

export interface Route {
  readonly action: Action;
  /** Of a forward action. */
  readonly wheel: Wheel;
}

interface CompiledRule {
  readonly rule: Rule;
  readonly actions: readonly Action[];
  readonly test: Test;
  readonly route: Route;
}

interface Compiled {
  readonly actions: readonly Action[];
  /** In the order of the world's map: to see a change. */
  readonly seen: readonly CompiledRule[];
  /** In the order of their priorities. */
  readonly rules: readonly CompiledRule[];
  readonly fallback: Route;
}

/**
 * The routes of one listener. They are compiled when the listener's or a rule's object, or its actions, are others than
 * before: whoever changes the world need not tell. Wheels whose weights stay the same turn on.
 */
export class Router {
  private readonly world: World;
  private readonly listenerArn: string;
  private compiled: Compiled | null = null;
  private wheels = new Map<string, Wheel>();

  constructor(world: World, listenerArn: string) {
    this.world = world;
    this.listenerArn = listenerArn;
  }

  /** null where the listener is gone, or has no action. */
  route(asked: Asked): Route | null {
    const listener = this.world.elb.listeners.get(this.listenerArn);
    if (!listener) return null;
    if (!this.compiled || !this.isFresh(this.compiled, listener)) this.compiled = this.compile(listener);
    for (const rule of this.compiled.rules) if (rule.test(asked)) return rule.route;
    return this.compiled.fallback;
  }

  private isFresh(compiled: Compiled, listener: Listener): boolean {
    if (compiled.actions !== listener.actions) return false;
    let count = 0;
    for (const rule of this.world.elb.rules.values()) {
      if (rule.listenerArn !== this.listenerArn) continue;
      const seen = compiled.seen[count];
      if (seen?.rule !== rule || seen.actions !== rule.actions) return false;
      count += 1;
    }
    return count === compiled.seen.length;
  }

  private compile(listener: Listener): Compiled {
    const before = this.wheels;
    this.wheels = new Map();
    const routeOf = (arn: string, actions: readonly Action[]): Route => {
      const action = lastOf(actions);
      const members = action.ForwardConfig?.TargetGroups ?? [];
      const kept = before.get(arn);
      const wheel = kept?.turnsAs(members) === true ? kept : new Wheel(members);
      this.wheels.set(arn, wheel);
      return { action, wheel };
    };
    const seen = [...this.world.elb.rules.values()]
      .filter((rule) => rule.listenerArn === listener.arn)
      .map((rule) => ({
        rule,
        actions: rule.actions,
        test: testOf(rule.conditions),
        route: routeOf(rule.arn, rule.actions),
      }));
    return {
      actions: listener.actions,
      seen,
      rules: seen.toSorted((one, other) => one.rule.priority - other.rule.priority),
      fallback: routeOf(listener.arn, listener.actions),
    };
  }
}

const nothing: Action = { Type: 'forward', ForwardConfig: { TargetGroups: [] } };

/** The one with the highest order ends the request (ELBv2 API: Action, Order). */
function lastOf(actions: readonly Action[]): Action {
  let last = nothing;
  for (const action of actions) if (last === nothing || (action.Order ?? 0) >= (last.Order ?? 0)) last = action;
  return last;
}
