import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeServicesCommand } from '@aws-sdk/client-ecs';
import { type Clients } from './clients.ts';
import { type StackOptions } from './stack.ts';

/** Waits until every task set of the service is steady. Rejects after `limitMs` of real time. */
export async function steady(
  { ecs }: Clients,
  { cluster, service }: Pick<StackOptions, 'cluster' | 'service'>,
  limitMs = 30_000,
): Promise<void> {
  const until = Date.now() + limitMs;
  for (;;) {
    const answer = await ecs.send(new DescribeServicesCommand({ cluster, services: [service] }));
    const sets = answer.services?.[0]?.taskSets ?? [];
    if (sets.length > 0 && sets.every(({ stabilityStatus }) => stabilityStatus === 'STEADY_STATE')) return;
    if (Date.now() > until) {
      const counts = sets.map(({ runningCount, pendingCount }) => `${runningCount} running, ${pendingCount} pending`);
      throw new Error(`${cluster}/${service} did not get steady within ${limitMs / 1000} s: ${counts.join('; ')}`);
    }
    await sleep(100);
  }
}
