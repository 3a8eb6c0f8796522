import { type Sandbox } from '../../operation.ts';

/** The listener, its rules, and its port where it has one. */
export async function removeListener({ world, balancer }: Sandbox, arn: string): Promise<void> {
  const { listeners, rules, tags } = world.elb;
  listeners.delete(arn);
  tags.delete(arn);
  for (const rule of rules.values()) {
    if (rule.listenerArn !== arn) continue;
    rules.delete(rule.arn);
    tags.delete(rule.arn);
  }
  await balancer.closeListener(arn);
}
