import { type Observation } from '../engine/engine.ts';
import { type StopPolicy } from '../inputs/types.ts';
import { isOver, mayBeShifted, takesBack } from '../watch/stage.ts';

export interface Question {
  readonly policy: StopPolicy;
  /** A look from just now; null: it could not be had. */
  readonly seen: Observation | null;
  /** False in a mode that never stops a deployment: `rollback`, `wait`. */
  readonly mayStop: boolean;
}

/** What is done about a deployment that is not waited for any longer. */
export type Decision =
  | { readonly kind: 'stop' }
  /** It has ended by itself. */
  | { readonly kind: 'over' }
  | { readonly kind: 'leave'; readonly why: LeftBecause };

export type LeftBecause =
  /** That is what the input says. */
  | 'asked'
  /** The mode never stops one. */
  | 'never'
  /** CodeDeploy made it to take another back. */
  | 'rollback'
  /** All production traffic is on the new task set, and AfterAllowTraffic is done. */
  | 'shifted'
  /** Nothing tells where production is: a stop could move it backwards. */
  | 'unseen';

/** Production is never moved backwards unasked, and a way back is never cut off. */
export function decide({ policy, seen, mayStop }: Question): Decision {
  if (seen !== null && isOver(seen)) return { kind: 'over' };
  if (!mayStop) return { kind: 'leave', why: 'never' };
  if (seen !== null && takesBack(seen)) return { kind: 'leave', why: 'rollback' };
  if (policy === 'leave') return { kind: 'leave', why: 'asked' };
  if (policy === 'rollback-always') return { kind: 'stop' };
  if (seen === null) return { kind: 'leave', why: 'unseen' };
  return mayBeShifted(seen) ? { kind: 'leave', why: 'shifted' } : { kind: 'stop' };
}
