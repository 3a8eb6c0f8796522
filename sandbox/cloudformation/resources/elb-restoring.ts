import { type Sandbox } from '../../operation.ts';

/**
 * Changes a load balancer, rule or target group in several calls: all of them, or none. A stack takes an update that the
 * service refused for no change at all, and sends nothing as it rolls back.
 */
export async function restoring({ world }: Sandbox, arn: string, change: () => Promise<void>): Promise<void> {
  const { loadBalancers, rules, targetGroups, tags } = world.elb;
  const [balancer, rule, group] = [loadBalancers.get(arn), rules.get(arn), targetGroups.get(arn)];
  const attributes = (balancer ?? group)?.attributes;
  const [attributesBefore, tagsBefore] = [[...(attributes ?? [])], [...(tags.get(arn) ?? [])]];
  const healthCheck = group?.healthCheck;
  try {
    await change();
  } catch (cause) {
    if (balancer) loadBalancers.set(arn, balancer);
    if (rule) rules.set(arn, rule);
    if (group && healthCheck) group.healthCheck = healthCheck;
    refill(attributes, attributesBefore);
    refill(tags.get(arn), tagsBefore);
    throw cause;
  }
}

function refill(map: Map<string, string> | undefined, entries: readonly (readonly [string, string])[]): void {
  map?.clear();
  for (const [key, value] of entries) map?.set(key, value);
}
