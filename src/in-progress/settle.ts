/** Until the deployment in the way has ended, by itself or by what the policy does about it. */
import { type Engine, type Observation, unseen } from '../engine/engine.ts';
import { StepError } from '../errors.ts';
import { type WatchEnd } from '../events.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { type Clock } from '../ports/clock.ts';
import { unlessAborted } from '../ports/signals.ts';
import { line } from '../report/progress.ts';
import { followStopped } from '../stop.ts';
import { watch } from '../watch.ts';
import { retryMs } from '../watch/interval.ts';
import { take } from '../watch/look.ts';
import { isOver } from '../watch/stage.ts';
import { type World } from '../world.ts';
import { decide, type Step, type Treatment } from './decide.ts';
import { type Kept } from './kept.ts';
import { mayNot } from './may-not.ts';
import { type TheirWaits } from './their-waits.ts';
import { announcement, type Another, gaveUp } from './words.ts';

export interface SettlePorts extends Pick<World, 'clock' | 'log' | 'signal'> {
  readonly aws: Pick<Aws, 'region'>;
  readonly engine: Engine;
}

interface Case {
  readonly another: Another;
  readonly treatment: Treatment;
  readonly waits: TheirWaits;
  readonly kept: Kept;
  /** When others were met first, and when they are given up, on our clock. */
  readonly since: number;
  readonly until: number;
}

/**
 * Resolves when the deployment has ended: the world is to be read again then, for another one may have begun. The time
 * limit is one for all that this run meets. Throws a `StepError` at its end, or where the deployment cannot be watched or
 * moved; the signal's reason when the run is cancelled, with the deployment left as it is.
 */
export async function settle(
  another: Another,
  treatment: Treatment,
  waits: TheirWaits,
  kept: Kept,
  ports: SettlePorts,
): Promise<void> {
  const { clock, log, aws } = ports;
  const late = kept.until !== null && clock.now() >= kept.until;
  kept.since ??= clock.now();
  const until = (kept.until ??= kept.since + waits.waiting.limitMs);
  const of: Case = { another, treatment, waits, kept, since: kept.since, until };
  let seen = await firstLook(of, ports);
  if (late && !isOver(seen)) throw tooLate(of, seen, ports);
  const at = { leftMs: Math.max(0, until - clock.now()), told: kept.told.has(another.id), region: aws.region };
  for (const text of announcement(another, seen, treatment, at)) log.info(text);
  for (;;) {
    const step = decide(treatment, seen, kept.told.has(another.id));
    if (step === 'look-again') break;
    seen = await CARRY_OUT[step](of, seen, ports);
  }
  log.info(`Deployment ${another.id} is ${seen.rawStatus}: looking again.`);
}

type Carry = (of: Case, seen: Observation, ports: SettlePorts) => Promise<Observation>;

const CARRY_OUT: Readonly<Record<Exclude<Step, 'look-again'>, Carry>> = {
  'wait-for-end': (of, _, ports) => watched(of, 'completed', ports),
  'wait-for-shift': (of, _, ports) => watched(of, 'traffic-shifted', ports),
  'end-wait': endWait,
  stop,
};

/** Nothing is done to it before it was looked at: it may have gone on since it was found. */
async function firstLook(of: Case, ports: SettlePorts): Promise<Observation> {
  const { another, until } = of;
  const { clock, engine, signal } = ports;
  for (let failures = 0; ;) {
    const answer = await take(engine, unseen(another.id), 'both', signal);
    if (answer.kind === 'seen') return answer.seen;
    signal.throwIfAborted();
    if (clock.now() >= until) throw tooLate(of, unseen(another.id), ports);
    failures += 1;
    await clock.sleep(Math.min(retryMs(failures, Math.random), Math.max(0, until - clock.now())), signal);
  }
}

/** A line for each change of its status and of the traffic. */
async function watched(of: Case, goal: 'completed' | 'traffic-shifted', ports: SettlePorts): Promise<Observation> {
  const { another, waits, until } = of;
  const { clock, engine, signal } = ports;
  const limitMs = Math.max(0, until - clock.now());
  const waiting = { ...waits.waiting, until: goal, limitMs };
  const calm = unhurried(clock, Math.min(LEAST_GAP_MS, waiting.maxDelayMs), until);
  const options = { ...waits, waiting, clock: calm, random: Math.random, signal };
  const watching = watch(engine, another.id, options);
  for (;;) {
    const next = await watching.next();
    if (next.done) return lastOf(next.value);
    tell(another.id, next.value, ports);
  }

  function lastOf(end: WatchEnd): Observation {
    if (end.kind === 'interrupted') signal.throwIfAborted();
    const last = end.last ?? unseen(another.id);
    if (end.kind !== 'timed-out') return last;
    throw tooLate(of, last, ports);
  }
}

/** Between two looks at what is not one's own. */
const LEAST_GAP_MS = 10_000;

/** A clock on which nobody sleeps less than `leastMs`, but for the end at `until`. */
function unhurried(clock: Clock, leastMs: number, until: number): Clock {
  return {
    now: () => clock.now(),
    sleep: (ms, signal) => clock.sleep(Math.max(ms, Math.min(leastMs, until - clock.now())), signal),
  };
}

function tooLate({ another, since }: Case, seen: Observation, { clock, aws }: SettlePorts): StepError {
  return new StepError(gaveUp(another, seen, { waitedMs: clock.now() - since, region: aws.region }));
}

function tell(id: string, event: Parameters<typeof line>[0], { log }: Pick<SettlePorts, 'log'>): void {
  if (event.kind !== 'lifecycle' && event.kind !== 'tasks') log.info(`${id}  ${line(event)}`);
}

/** The wait that is not there (any more) has ended, or the deployment is being taken back: it ends in any case. */
async function endWait({ another, kept }: Case, seen: Observation, ports: SettlePorts): Promise<Observation> {
  const { engine, log, signal } = ports;
  kept.told.add(another.id);
  const answer = await unlessAborted(signal, engine.promote(another.id, 'termination')).catch((error: unknown) =>
    mayNot('end the wait of the deployment in progress', another.id, error),
  );
  if (answer === 'continued') log.info(`The wait of deployment ${another.id} was ended: its original tasks go.`);
  else log.info(`Deployment ${another.id} is not in that wait any more: it goes on by itself.`);
  return seen;
}

/** Where it ended by itself between the look and the stop, nothing was stopped. */
async function stop({ another, kept, waits }: Case, seen: Observation, ports: SettlePorts): Promise<Observation> {
  const { clock, engine, log, signal } = ports;
  kept.told.add(another.id);
  const answer = await unlessAborted(signal, engine.stop(another.id)).catch((error: unknown) =>
    mayNot('stop the deployment in progress', another.id, error),
  );
  log.info(
    answer === 'over' ? `Deployment ${another.id} had ended by itself.` : `Deployment ${another.id} is stopped.`,
  );
  const following = { engine, clock, signal, startedAt: clock.now(), maxDelayMs: waits.waiting.maxDelayMs };
  const told = (event: Parameters<typeof line>[0]): void => {
    tell(another.id, event, ports);
  };
  const end = await followStopped({ ...following, tell: told }, another.id, seen);
  if (end.kind !== 'interrupted') return end.last ?? seen;
  log.warning(
    `Deployment ${another.id} was stopped with rollback before the run was cancelled: that goes on by itself.`,
  );
  signal.throwIfAborted();
  return seen;
}
