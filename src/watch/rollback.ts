import { type Engine, type Observation, unseen } from '../engine/engine.ts';
import { type DeploymentEvent, type RollbackEnd } from '../events.ts';
import { type Clock } from '../ports/clock.ts';
import { isOver } from './stage.ts';
import { take } from './look.ts';

export interface RollbackWatch {
  readonly engine: Engine;
  readonly clock: Clock;
  /** When the deployment was started, on our clock. */
  readonly startedAt: number;
  readonly maxDelayMs: number;
  readonly signal: AbortSignal | undefined;
}

/** `rollbackInfo` may come a little after the failure. */
const GRACE_MS = 10_000;
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
  const until = watch.clock.now() + GRACE_MS;
  let last: Observation | null = failed;
  let known = failed;
  while (last !== null && (known.rollback?.deploymentId ?? null) === null && watch.clock.now() < until) {
    await pause(watch, GRACE_GAP_MS);
    last = await lookAt(watch, known);
    known = last ?? known;
  }
  return known;
}

/** null where looking on is of no use: cancelled, or not allowed any more. An unanswered look changes nothing. */
async function lookAt(watch: RollbackWatch, last: Observation): Promise<Observation | null> {
  try {
    const answer = await take(watch.engine, last, 'deployment', watch.signal);
    if (answer.kind === 'aborted') return null;
    return answer.kind === 'seen' ? answer.seen : last;
  } catch {
    return null;
  }
}

async function pause(watch: RollbackWatch, ms: number): Promise<void> {
  await watch.clock.sleep(Math.min(ms, watch.maxDelayMs), watch.signal);
}
