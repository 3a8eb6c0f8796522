import { type Engine, type Observation, type Wait } from '../engine/engine.ts';
import { StepError } from '../errors.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type Clock } from '../ports/clock.ts';
import { type Log } from '../ports/log.ts';
import { permissionFor } from '../report/permission.ts';
import { lookAfresh } from '../stop/fresh-look.ts';
import { isOver, isShifted } from '../watch/stage.ts';

/** Looked at again where the answer and what was seen do not agree. */
const ATTEMPTS = 3;
const PAUSE_MS = 2_000;

const WORDS: Readonly<Record<Wait, string>> = {
  ready: 'let the deployment go on to the production shift',
  termination: "end the wait for the original task set's end",
};

export type GoneOn =
  | { readonly kind: 'continued' }
  /** It has left that wait by itself, or by someone else; as it stands now. */
  | { readonly kind: 'moved'; readonly seen: Observation };

export interface GoOnPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Ends a wait that `last` shows the deployment in. Where it is said not to be in it, it is looked at afresh, and asked again
 * twice at most as long as it looks as if it were. Throws a `StepError`.
 */
export async function goOn(engine: Engine, last: Observation, wait: Wait, ports: GoOnPorts): Promise<GoneOn> {
  const { id } = last;
  try {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await engine.promote(id, wait);
      if (answer === 'continued') {
        ports.log.info(
          `Deployment ${id} goes on: ${wait === 'ready' ? 'production traffic shifts' : 'the original ends'}.`,
        );
        return { kind: 'continued' };
      }
      const fresh = await lookAfresh({ id, engine }, ports, last);
      if (fresh.kind === 'unseen') throw refused(id, wait, `it is said not to wait any more; ${fresh.why}`);
      const seen = fresh.kind === 'seen' ? fresh.seen : last;
      if (answer === 'over' || fresh.kind === 'aborted' || !isWaiting(seen, wait)) return { kind: 'moved', seen };
      if (attempt === ATTEMPTS)
        throw refused(id, wait, 'CodeDeploy says that it does not wait, and shows that it does');
      await ports.clock.sleep(PAUSE_MS, ports.signal);
    }
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error;
    throw refused(id, wait, error.message, error);
  }
}

function isWaiting(seen: Observation, wait: Wait): boolean {
  return wait === 'ready' ? seen.status === 'Ready' : isShifted(seen) && !isOver(seen);
}

function refused(id: string, wait: Wait, why: string, cause?: AwsCallError): StepError {
  const type = wait === 'ready' ? 'READY_WAIT' : 'TERMINATION_WAIT';
  const command = `aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type ${type}`;
  const permission = cause?.kind === 'denied' ? `${permissionFor(cause)} ` : '';
  const repair = `${permission}Until then someone else can do it: ${command}`;
  return new StepError({ tried: WORDS[wait], on: id, why, repair }, { cause });
}
