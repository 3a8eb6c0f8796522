import { revisionOf } from './engine/codedeploy/describe.ts';
import { type Observation } from './engine/engine.ts';
import { type Outcome, type WatchEnd } from './events.ts';
import { duration } from './report/duration.ts';
import { plain } from './report/plain.ts';
import { setOf } from './watch/stage.ts';

/** A last look at the service, after the watch. */
export interface LastLook {
  /** ARN of the definition that the PRIMARY task set runs now; null where it could not be read. */
  readonly primaryTaskDefinition: string | null;
  /** ARN of the definition that was asked for. */
  readonly asked: string;
  /** The root cause of a failure, where the diagnosis found one. */
  readonly cause?: string | undefined;
  /** How long the original task set stays after the shift, in milliseconds. */
  readonly terminationMs?: number | undefined;
}

type Ended<Kind extends WatchEnd['kind']> = Extract<WatchEnd, { kind: Kind }>;

/**
 * What a run came to, from the end of our own deployment, its rollback and a last look at the PRIMARY task set. Green only
 * where the revision asked for takes the production traffic, or where no more than a start was asked for.
 */
export function verdict(end: WatchEnd, look: LastLook): Outcome {
  switch (end.kind) {
    case 'reached':
      return reached(end, look);
    case 'failed':
    case 'stopped':
      return takenBack(end, look) ?? { result: end.kind, cause: `${causeOf(end.last, look)}${stays(end, look)}` };
    case 'timed-out':
      return { result: 'timed-out', cause: tooLate(end.last, end.limitMs) };
    case 'interrupted':
      return { result: 'interrupted', cause: `the run was cancelled; ${goesOn(end.last)}${onItsOwn(end.last)}` };
  }
}

function reached({ end, last }: Ended<'reached'>, look: LastLook): Outcome {
  const asked = revisionOf(look.asked);
  if (end === 'none') return { result: 'started', note: `Deployment ${last.id} was started and is not waited for` };
  if (end === 'test-ready') {
    const note =
      last.status === 'Ready'
        ? `${asked} is ready to be tested: deployment ${last.id} waits for someone to continue it`
        : `${asked} takes production traffic already: deployment ${last.id} has been continued`;
    return { result: 'started', note };
  }
  const primary = look.primaryTaskDefinition;
  if (primary !== null && primary !== look.asked) return { result: 'failed', cause: otherRuns(last, primary, asked) };
  const unread = primary === null ? ' (by CodeDeploy; the PRIMARY task set could not be read)' : '';
  return { result: 'succeeded', note: `${asked} takes the production traffic${unread}${blueStays(last, look)}` };
}

function otherRuns(last: Observation, primary: string, asked: string): string {
  return `production runs ${revisionOf(primary)}, not ${asked}, although deployment ${last.id} is ${last.rawStatus}`;
}

/** Until the original has ended, an alarm of the deployment group still takes the deployment back. */
function blueStays(last: Observation, { terminationMs = 0 }: LastLook): string {
  if (last.status === 'Succeeded' || terminationMs <= 0) return '';
  return `; the original task set stays for ${duration(terminationMs)}, and until then an alarm still rolls back`;
}

/** Red in every case: CodeDeploy took the deployment back, is about to, or could not. */
function takenBack(end: Ended<'failed' | 'stopped'>, look: LastLook): Outcome | null {
  const { rollback, last } = end;
  if (rollback === null) return null;
  const cause = causeOf(last, look);
  const { id, status } = rollback;
  if (status === 'Failed' || status === 'Stopped')
    return { result: 'failed', cause: `${cause}; the rollback, deployment ${id}, ended as ${status} as well` };
  if (status !== 'Succeeded')
    return {
      result: 'rolled-back',
      cause: `${cause}; the rollback, deployment ${id}, is not finished yet`,
      rollbackId: id,
      unfinished: true,
    };
  if (look.primaryTaskDefinition === look.asked)
    return {
      result: 'failed',
      cause: `${cause}; production still runs ${revisionOf(look.asked)} after the rollback ${id}`,
    };
  return { result: 'rolled-back', cause: `${cause}; rolled back by deployment ${id}${runs(look)}`, rollbackId: id };
}

function runs({ primaryTaskDefinition: primary }: LastLook): string {
  return primary === null ? '' : `, production runs ${revisionOf(primary)}`;
}

/** A stop before the replacement is there leaves nothing to take back; one in the middle of a shift should be taken back. */
function stays({ kind, last }: Ended<'failed' | 'stopped'>, { primaryTaskDefinition: primary }: LastLook): string {
  const green = setOf(last, 'green')?.weight ?? 0;
  if (kind === 'stopped' && green > 0) {
    return `; no rollback of it is to be seen, and ${green} % of the production traffic is on its task set`;
  }
  return kind === 'stopped' && primary !== null ? `; there is no rollback, production runs ${revisionOf(primary)}` : '';
}

function causeOf(last: Observation, look: LastLook): string {
  if (look.cause !== undefined && look.cause !== '') return plain(look.cause);
  const { error, id, rawStatus } = last;
  return error === null ? `deployment ${id} is ${rawStatus}` : plain(`${error.code}: ${error.message}`);
}

/** A wait that was given up, as a clause. */
export function tooLate(last: Observation | null, limitMs: number): string {
  return `${goesOn(last)} after ${duration(limitMs)}: no longer waited for`;
}

/** One that waits for a word does not go on by itself. */
function onItsOwn(last: Observation | null): string {
  return last?.status === 'Ready'
    ? ': someone has to continue it (`mode: promote`), or CodeDeploy stops it'
    : ' and goes on by itself';
}

function goesOn(last: Observation | null): string {
  return last === null ? 'the deployment could not be looked at' : `deployment ${last.id} is ${plain(last.rawStatus)}`;
}
