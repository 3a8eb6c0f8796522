/** Child process: a sandbox with one load balancer, whose listener stands between two versions. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { shiftTraffic } from '../../sandbox/lifecycle/traffic.ts';
import { clientsFor } from '../../scripts/rehearsal/clients.ts';
import { putUpStack, type Stack } from '../../scripts/rehearsal/stack.ts';
import { type Target } from '../../sandbox/world/elb.ts';
import { type ListenerAnswer, type ListenerQuestion } from './messages.ts';
import { cpuSeconds, serve } from './worker.ts';

interface Stage {
  readonly running: RunningSandbox;
  readonly stack: Stack;
}

let stage: Stage | null = null;

async function begin(ports: readonly number[]): Promise<Stage> {
  const running = await startSandbox({ registry: 'none', listeners: 'ports' });
  const stack = await putUpStack(clientsFor(running.url), { testListener: false, desiredCount: 0 });
  const { targets } = running.sandbox.world.elb;
  const half = ports.length / 2;
  for (const [at, revision] of ['blue', 'green'].entries()) {
    const arn = stack.targetGroups[at]?.arn ?? '';
    const own = ports.slice(at * half, (at + 1) * half);
    targets.set(
      arn,
      own.map((port) => targetOf(arn, revision, port)),
    );
  }
  return { running, stack };
}

const targetOf = (targetGroupArn: string, revision: string, port: number): Target => ({
  targetGroupArn,
  id: '10.0.0.1',
  port: 8080,
  taskId: String(port),
  revision,
  endpoint: { host: '127.0.0.1', port },
  state: 'healthy',
  reason: null,
  description: null,
  passed: 0,
  failed: 0,
});

function shift({ running, stack }: Stage, green: number): void {
  const [one, two] = stack.targetGroups;
  const pair = { blue: one?.arn ?? '', green: two?.arn ?? '' };
  shiftTraffic(running.sandbox.world, stack.productionListener, pair, green);
}

function tell({ running, stack }: Stage): ListenerAnswer {
  const endpoint = running.sandbox.balancer.endpoint(stack.productionListener);
  const counts = running.sandbox.traffic.totals().get(stack.productionListener);
  const failed = [...(counts?.values() ?? [])].reduce((sum, { balancer5xx }) => sum + balancer5xx, 0);
  return {
    url: `http://127.0.0.1:${endpoint?.port ?? 0}/`,
    cpu: cpuSeconds(),
    rssBytes: process.memoryUsage.rss(),
    heapBytes: process.memoryUsage().heapUsed,
    blue: counts?.get('blue')?.requests ?? 0,
    green: counts?.get('green')?.requests ?? 0,
    failed,
  };
}

/** V8 gives pages back beside the program, after a collection: what is read at once still has some of the garbage in it. */
async function rest(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await sleep(200);
  }
}

serve(async (asked): Promise<ListenerAnswer> => {
  const question = asked as ListenerQuestion; // the bench sends no others
  stage ??= await begin(question.kind === 'begin' ? question.ports : []);
  if (question.kind === 'shift') shift(stage, question.green);
  if (question.kind === 'rest') await rest();
  return tell(stage);
});
