import { AwsError } from '../../operation.ts';
import { type Listener, type LoadBalancer, type Rule, type TargetGroup } from '../../world/elb.ts';
import { type World } from '../../world/world.ts';

/** ELBv2's codes on the wire are the modelled names without `Exception`. */
export function findLoadBalancer(world: World, arn: string | undefined): LoadBalancer {
  const found = world.elb.loadBalancers.get(arn ?? '');
  if (found) return found;
  throw new AwsError('LoadBalancerNotFound', `Load balancer '${String(arn)}' not found`);
}

export function findListener(world: World, arn: string | undefined): Listener {
  const found = world.elb.listeners.get(arn ?? '');
  if (found) return found;
  throw new AwsError('ListenerNotFound', `Listener '${String(arn)}' not found`);
}

export function findRule(world: World, arn: string | undefined): Rule {
  const found = world.elb.rules.get(arn ?? '');
  if (found) return found;
  throw new AwsError('RuleNotFound', `Rule '${String(arn)}' not found`);
}

export function findTargetGroup(world: World, arn: string | undefined): TargetGroup {
  const found = world.elb.targetGroups.get(arn ?? '');
  if (found) return found;
  throw new AwsError('TargetGroupNotFound', `Target group '${String(arn)}' not found`);
}

/** `app/name/50dc6c495c0c9188` of a load balancer's ARN: listeners and rules carry it in theirs. */
export const resourcePath = (arn: string): string => arn.slice(arn.indexOf('/') + 1);

/** ELBv2 API: at most 32 letters, digits and hyphens, no hyphen at either end. */
export function checkName(name: string | undefined, what: string): string {
  if (name !== undefined && /^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/.test(name)) return name;
  throw new AwsError('ValidationError', `The ${what} name must be 1 to 32 letters, digits and inner hyphens`);
}
