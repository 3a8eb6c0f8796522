import { type Sandbox } from '../../operation.ts';

/** The listener, its rules, and its port where it has one. */
export async function removeListener({ world, balancer }: Sandbox, arn: string): Promise<void> {
  world.elb.listeners.delete(arn);
  for (const rule of world.elb.rules.values()) {
    if (rule.listenerArn === arn) world.elb.rules.delete(rule.arn);
  }
  await balancer.closeListener(arn);
}
