/** From the end of the watch to the verdict: why it failed, and a last look at what production runs. */
import { messageOf } from './errors.ts';
import { type Outcome, type WatchEnd } from './events.ts';
import { type FollowPorts, type Started } from './follow.ts';
import { diagnose } from './report/diagnosis.ts';
import { primaryOf } from './target/facts.ts';
import { nameOf } from './target/place.ts';
import { verdict } from './verdict.ts';

/** `known`: why it did not succeed, where this run itself ended it; else AWS is asked. */
export async function conclude(started: Started, end: WatchEnd, ports: FollowPorts, known?: string): Promise<Outcome> {
  const fell = end.kind === 'failed' || end.kind === 'stopped';
  const cause = fell ? (known ?? (await causeOf(started, end, ports))) : undefined;
  return verdict(end, {
    primaryTaskDefinition: await runningNow(started, end, ports),
    asked: started.asked,
    cause,
    terminationMs: started.waiting.terminationMs,
  });
}

async function causeOf(
  started: Started,
  end: WatchEnd & { kind: 'failed' | 'stopped' },
  ports: FollowPorts,
): Promise<string> {
  const { cause, lines } = await diagnose(ports.aws.ecs, {
    cluster: nameOf(started.cluster),
    service: started.service,
    last: end.last,
    asked: started.asked,
    since: end.last.createdAt ?? started.startedAt,
  });
  await ports.log.group('Why the deployment failed', () => {
    for (const text of lines) ports.log.info(text);
    return Promise.resolve();
  });
  return cause;
}

const LOOKS = 3;
const LOOK_PAUSE_MS = 2_000;

/** ECS may show a shift a moment after CodeDeploy has told it: where the two disagree, it is looked at again. */
async function runningNow(started: Started, end: WatchEnd, ports: FollowPorts): Promise<string | null> {
  if (end.kind === 'timed-out' || end.kind === 'interrupted') return null;
  if (end.kind === 'reached' && (end.end === 'none' || end.end === 'test-ready')) return null;
  let running: string | null = null;
  for (let look = 0; look < LOOKS; look += 1) {
    if (look > 0) await ports.clock.sleep(LOOK_PAUSE_MS, ports.signal);
    running = await primaryNow(started, ports);
    if (running === null || agrees(end, running === started.asked)) return running;
  }
  return running;
}

function agrees(end: Exclude<WatchEnd, { kind: 'timed-out' | 'interrupted' }>, runsAsked: boolean): boolean {
  if (end.kind === 'reached') return runsAsked;
  return end.rollback?.status !== 'Succeeded' || !runsAsked;
}

async function primaryNow({ cluster, service }: Started, { aws, log }: FollowPorts): Promise<string | null> {
  try {
    return primaryOf(await aws.ecs.describeService(cluster, service))?.taskDefinition ?? null;
  } catch (error) {
    log.warning(`The PRIMARY task set could not be read after the deployment: ${messageOf(error)}`);
    return null;
  }
}
