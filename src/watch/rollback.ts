import { type Engine, type Observation, unseen } from '../engine/engine.ts';
import { type DeploymentEvent, type RollbackEnd } from '../events.ts';
import { type Clock } from '../ports/clock.ts';
import { isOver, setOf } from './stage.ts';
import { take } from './look.ts';

export interface RollbackWatch {
  readonly engine: Engine;
  readonly clock: Clock;
  /** When the deployment was started, on our clock. */
  readonly startedAt: number;
  readonly maxDelayMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * `rollbackInfo` may come a little after the end; how much is not documented. It is waited for longer where a stop has left
 * production traffic on the replacement: a rollback is to be expected there.
 */
const GRACE_MS = 10_000;
const LONGEST_GRACE_MS = 60_000;
const GRACE_GAP_MS = 2_000;
/** Returning the traffic is quick while the original still runs. */
const FOLLOW_MS = 5 * 60_000;
const QUICK_LOOKS = 4;
const QUICK_GAP_MS = 1_500;
const GAP_MS = 4_500;

/**
 * Looks whether CodeDeploy takes a failed or stopped deployment back, and follows that until it has ended, for a few
 * minutes at most. What cannot be read any more is left open: the deployment itself has failed in any case.
 */
export async function* followRollback(
  watch: RollbackWatch,
  failed: Observation,
): AsyncGenerator<DeploymentEvent, { last: Observation; rollback: RollbackEnd | null }, void> {
  const last = await withRollbackInfo(watch, failed);
  const id = last.rollback?.deploymentId ?? null;
  if (id === null) return { last, rollback: null };
  const until = watch.clock.now() + FOLLOW_MS;
  let seen = unseen(id);
  for (let looks = 1; ; looks += 1) {
    const next = await lookAt(watch, seen);
    if (next === null) break;
    if (looks === 1 || next.rawStatus !== seen.rawStatus) {
      const elapsedMs = watch.clock.now() - watch.startedAt;
      yield { kind: 'rollback', deploymentId: id, status: next.rawStatus, elapsedMs };
    }
    seen = next;
    if (isOver(seen) || watch.clock.now() >= until) break;
    await pause(watch, looks <= QUICK_LOOKS ? QUICK_GAP_MS : GAP_MS);
  }
  return { last, rollback: { id, status: seen.status } };
}

async function withRollbackInfo(watch: RollbackWatch, failed: Observation): Promise<Observation> {
  const since = watch.clock.now();
  const isNamed = ({ rollback }: Observation): boolean => (rollback?.deploymentId ?? null) !== null;
  let known = failed;
  for (let waited = 0; !isNamed(known) && waited < LONGEST_GRACE_MS; waited = watch.clock.now() - since) {
    if (waited >= GRACE_MS) {
      const target = await lookAt(watch, known, 'target');
      known = target ?? known;
      if (failed.status !== 'Stopped' || target === null || !carriesTraffic(target)) return known;
    }
    await pause(watch, waited < GRACE_MS ? GRACE_GAP_MS : GAP_MS);
    const next = await lookAt(watch, known);
    if (next === null) return known;
    known = next;
  }
  return known;
}

/** True where the replacement takes production traffic. */
export function carriesTraffic(seen: Observation): boolean {
  return (setOf(seen, 'green')?.weight ?? 0) > 0;
}

/** null where looking on is of no use: cancelled, or not allowed any more. An unanswered look changes nothing. */
async function lookAt(
  watch: RollbackWatch,
  last: Observation,
  what: 'deployment' | 'target' = 'deployment',
): Promise<Observation | null> {
  try {
    const answer = await take(watch.engine, last, what, watch.signal);
    if (answer.kind === 'aborted') return null;
    return answer.kind === 'seen' ? answer.seen : last;
  } catch {
    return null;
  }
}

async function pause(watch: RollbackWatch, ms: number): Promise<void> {
  await watch.clock.sleep(Math.min(ms, watch.maxDelayMs), watch.signal);
}
