import { type Engine, type Observation, unseen } from './engine/engine.ts';
import { type DeploymentEvent, type WatchEnd } from './events.ts';
import { type Clock } from './ports/clock.ts';
import { type Waiting } from './plan.ts';
import { type DeploymentConfig } from './target/target.ts';
import { type End } from './watch/ends.ts';
import { followRollback } from './watch/rollback.ts';
import { Round } from './watch/round.ts';

/** Where an earlier watch of the same deployment ended: what it has told is not told again, and its time counts. */
export interface Seen {
  readonly startedAt: number;
  readonly last: Observation;
}

export interface WatchOptions {
  readonly waiting: Waiting;
  readonly steps: DeploymentConfig['steps'];
  readonly hasTestListener: boolean;
  readonly clock: Clock;
  /** Numbers in [0, 1): spreads the retries. */
  readonly random: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly from?: Seen | undefined;
}

/**
 * Watches a deployment until the end that `options.waiting` asks for: one event for each change. Throttling, AWS's own
 * faults and lost connections are ridden out up to the time limit. Throws a `StepError` where looking on cannot help.
 */
export async function* watch(
  engine: Engine,
  id: string,
  options: WatchOptions,
): AsyncGenerator<DeploymentEvent, WatchEnd, void> {
  if (options.waiting.until === 'none') return { kind: 'reached', end: 'none', last: unseen(id) };
  const round = new Round(engine, id, options);
  for (;;) {
    const answer = await round.look();
    yield* answer.events;
    if (answer.kind === 'interrupted') return { kind: 'interrupted', last: round.lastSeen() };
    if (answer.kind === 'end') return yield* conclude(engine, options, round, answer.end);
    if (round.leftMs() <= 0) return { kind: 'timed-out', last: round.lastSeen(), limitMs: options.waiting.limitMs };
    yield* round.heartbeat();
    await round.pause();
  }
}

async function* conclude(
  engine: Engine,
  { clock, waiting, signal }: WatchOptions,
  round: Round,
  end: End,
): AsyncGenerator<DeploymentEvent, WatchEnd, void> {
  const last = round.course.last;
  if (end.kind === 'reached') return { ...end, last };
  const { startedAt } = round;
  const followed = yield* followRollback({ engine, clock, signal, startedAt, maxDelayMs: waiting.maxDelayMs }, last);
  return { kind: end.kind, ...followed };
}
