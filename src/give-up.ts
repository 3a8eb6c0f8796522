/** The end of a run's patience: a deployment that is not waited for any longer is stopped, or left with a reason. */
import { cancel } from './cancel.ts';
import { conclude } from './conclude.ts';
import { type Observation } from './engine/engine.ts';
import { messageOf } from './errors.ts';
import { type Outcome, type WatchEnd } from './events.ts';
import { type FollowPorts, type Started, tell } from './follow.ts';
import { type StopPolicy } from './inputs/types.ts';
import { AwsCallError } from './ports/aws/error.ts';
import { rememberStop } from './remember.ts';
import { duration } from './report/duration.ts';
import { permissionFor } from './report/permission.ts';
import { decide, type LeftBecause } from './stop/decide.ts';
import { lookAfresh } from './stop/fresh-look.ts';
import { leftFor, shifted } from './stop/words.ts';
import { whyLate } from './stop/why-late.ts';
import { followStopped, stopAndFollow, type StopPorts } from './stop.ts';
import { endOf } from './watch/ends.ts';
import { eventOf } from './watch/stage.ts';

export interface Reason {
  /** `cancelled`: by `post`, for a run that was. */
  readonly kind: 'timed-out' | 'task-failures' | 'smoke-test' | 'cancelled';
  /** A clause without a full stop: becomes the outcome's cause. */
  readonly cause: string;
}

/** What giving up is about. */
export interface Case {
  readonly started: Started;
  readonly ports: FollowPorts;
  readonly reason: Reason;
}

/**
 * Looks afresh, then stops the deployment with rollback and follows that to its end, or leaves it: where `policy` says so,
 * where it is a rollback, and (without `rollback-always`) where production is wholly on the new task set and checked. One
 * that has come to its end meanwhile is judged by that end. `last`: what is known of it. Never throws for what AWS says.
 */
export async function giveUp(
  started: Started,
  ports: FollowPorts,
  reason: Reason,
  last: Observation | null,
  policy: StopPolicy,
): Promise<Outcome> {
  const of = { started, ports, reason };
  const fresh = await lookAfresh(started, ports, last);
  if (fresh.kind === 'aborted') return cancel(started, ports, last);
  const seen = fresh.kind === 'seen' ? fresh.seen : null;
  const reached = seen === null ? null : goodEnd(of, seen);
  if (reached !== null) return conclude(started, reached, ports);
  const decision = decide({ policy, seen, mayStop: started.control !== null });
  if (decision.kind === 'leave') return left(of, decision.why, fresh.kind === 'unseen' ? fresh.why : '');
  return ended(of, seen, decision.kind);
}

/** What was waited for has come true between the last look and this one. */
function goodEnd({ started, reason }: Case, last: Observation): WatchEnd | null {
  const end = endOf(last, started.waiting.until);
  if (end?.kind !== 'reached' || reason.kind === 'smoke-test' || reason.kind === 'cancelled') return null;
  return end.end === 'test-ready' && reason.kind !== 'timed-out' ? null : { ...end, last };
}

function left({ started, ports, reason }: Case, why: LeftBecause, unseen: string): Outcome {
  const told = leftFor(why, { asked: started.asked, input: INPUTS[reason.kind] ?? null, unseen });
  // `post` tells all of its outcomes as annotations.
  if (why === 'shifted' && reason.kind !== 'cancelled')
    ports.log.warning(`Deployment ${started.id} is not stopped: ${told}.`);
  if (reason.kind !== 'cancelled' || why === 'unseen') return red(reason, told);
  return { result: 'interrupted', cause: `${reason.cause}; ${told}` };
}

const INPUTS: Readonly<Partial<Record<Reason['kind'], string>>> = { 'timed-out': 'on-timeout', cancelled: 'on-cancel' };

/** What is left against the wish is told as the reason has it: too late, or broken. */
function red({ kind, cause }: Reason, more: string): Outcome {
  return { result: kind === 'timed-out' ? 'timed-out' : 'failed', cause: `${cause}; ${more}` };
}

async function ended(of: Case, seen: Observation | null, kind: 'stop' | 'over'): Promise<Outcome> {
  const { started, ports, reason } = of;
  const { id } = started;
  try {
    if (kind === 'over') return await endedItself(of, await followStopped(stopPorts(of), id, seen), seen);
    // Asked before the stop is sent: it ends the tasks that the answer is about.
    const why = reason.kind === 'timed-out' ? whyLate(started, ports, seen) : Promise.resolve('');
    ports.log.info(`Deployment ${id} is stopped with rollback: ${reason.cause}.`);
    const end = await stopAndFollow(stopPorts(of), id, seen);
    return await judged({ ...of, reason: { ...reason, cause: `${reason.cause}${await why}` } }, end, seen);
  } catch (error) {
    const repair = error instanceof AwsCallError && error.kind === 'denied' ? ` ${permissionFor(error)}` : '';
    return red(reason, `it could not be stopped or followed, and may go on: ${messageOf(error)}.${repair}`);
  }
}

/** Whatever a smoke test said meanwhile, it was not what ended the deployment: that is told first. */
async function endedItself(of: Case, end: WatchEnd, before: Observation | null): Promise<Outcome> {
  const { started, ports, reason } = of;
  if (reason.kind !== 'smoke-test' || (end.kind !== 'failed' && end.kind !== 'stopped')) return judged(of, end, before);
  const outcome = await conclude(started, end, ports);
  return 'cause' in outcome ? { ...outcome, cause: `${outcome.cause}; besides, ${reason.cause}` } : outcome;
}

/** Tells as the watch does, and `post` of the stop. */
export function stopPorts({ started, ports }: Case): StopPorts {
  const { engine, startedAt, waiting } = started;
  const { clock, signal, runner } = ports;
  return {
    ...{ engine, clock, startedAt, maxDelayMs: waiting.maxDelayMs, signal },
    tell: (event) => {
      tell(event, ports);
    },
    stopped: () => {
      rememberStop(runner);
    },
  };
}

const followedLater = ({ id }: Started): string =>
  `deployment ${id} is stopped with rollback, and the run was cancelled before that was done`;

/** What a stopped deployment came to. `before`: the last look before the stop. */
export async function judged(of: Case, end: WatchEnd, before: Observation | null): Promise<Outcome> {
  const { started, ports, reason } = of;
  if (end.kind === 'interrupted') return { result: 'interrupted', cause: `${reason.cause}; ${followedLater(started)}` };
  if (end.kind === 'timed-out') return red(reason, `it was stopped, and has not ended after ${duration(end.limitMs)}`);
  const isOurs = end.kind === 'stopped' && end.last.error?.code !== 'ALARM_ACTIVE';
  const cause = isOurs ? `${reason.cause}${await shiftedMeanwhile(started, before)}` : undefined;
  const outcome = await conclude(started, end, ports, cause);
  if (outcome.result !== 'succeeded' || reason.kind !== 'smoke-test') return outcome;
  return red(reason, `${shifted(started.asked)}: someone else let the deployment go on`);
}

/** Between the look and the stop the shift may have come to its end: then production was taken back from it. */
async function shiftedMeanwhile({ engine, id }: Started, before: Observation | null): Promise<string> {
  const isDone = (seen: Observation | null): boolean =>
    seen !== null && eventOf(seen, 'AfterAllowTraffic')?.status === 'Succeeded';
  if (before === null || isDone(before)) return '';
  const after = await engine.observe(id, { what: 'target', last: before }).catch(() => null);
  return isDone(after) ? ' (the shift had come to its end when it was stopped)' : '';
}
