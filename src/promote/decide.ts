import { type Observation, type Wait } from '../engine/engine.ts';
import { type WaitFor } from '../inputs/types.ts';
import { eventOf, stageOf, takesBack } from '../watch/stage.ts';

/** What promoting a deployment comes to, by what was seen of it just now. */
export type Decision =
  | { readonly kind: 'continue'; readonly wait: Wait }
  /** Nothing is left to be said: it goes on already, or has ended. */
  | { readonly kind: 'follow' }
  /** `why`, and what to do: an instruction. */
  | { readonly kind: 'refuse'; readonly why: string; readonly repair: string };

export interface Standing {
  readonly seen: Observation;
  /** The deployment waits for a word before its shift. */
  readonly waits: boolean;
  /** The wait that this run has tried to end: one that lies behind it is not ended as well. */
  readonly tried: Wait | null;
  /** What the run waits for: only one that asks for the end of the original tasks ends their wait. */
  readonly until: WaitFor;
}

export function decide({ seen, waits, tried, until }: Standing): Decision {
  if (takesBack(seen)) {
    return {
      kind: 'refuse',
      why: `it is a rollback${seen.takesBack === null ? '' : ` of ${seen.takesBack}`} by CodeDeploy, which waits for nothing`,
      repair: "Nothing has to be done: it returns production by itself. 'mode: wait' follows it to its end.",
    };
  }
  switch (stageOf(seen)) {
    case 'ready':
      return { kind: 'continue', wait: 'ready' };
    case 'terminating':
      // A run that only goes on with a release takes nobody's quick way back.
      return tried === 'ready' || until !== 'completed'
        ? { kind: 'follow' }
        : { kind: 'continue', wait: 'termination' };
    case 'shifting':
    case 'finishing':
    case 'over':
      return { kind: 'follow' };
    case 'starting':
    case 'installing':
      return tried === 'ready' || isPastWait(seen) ? { kind: 'follow' } : tooEarly(seen, waits);
  }
}

/** The checks right before the shift come after the wait. */
function isPastWait(seen: Observation): boolean {
  const checks = eventOf(seen, 'BeforeAllowTraffic')?.status;
  return checks === 'InProgress' || checks === 'Succeeded';
}

function tooEarly(seen: Observation, waits: boolean): Decision {
  const running = seen.events.find(({ status }) => status === 'InProgress')?.name;
  const where = `${seen.rawStatus}${running === undefined ? '' : `, in ${running}`}`;
  return waits
    ? {
        kind: 'refuse',
        why: `it is ${where}, and not ready yet`,
        repair: "Wait for that first: a step with 'mode: wait', 'wait-for: test-ready' and the same deployment.",
      }
    : {
        kind: 'refuse',
        why: `it is ${where}, and does not wait for a word before the shift (its group's deploymentReadyOption.actionOnTimeout is not STOP_DEPLOYMENT)`,
        repair: "Nothing has to be done: it goes on by itself. 'mode: wait' follows it.",
      };
}
