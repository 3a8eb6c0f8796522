import { type Observation } from '../engine/engine.ts';
import { type InProgressPolicy } from '../inputs/types.ts';
import { isOver, mayBeShifted, stageOf, takesBack } from '../watch/stage.ts';

/** What is done next about a deployment that is in the way. */
export type Step =
  /** It has ended: the world is read again. */
  | 'look-again'
  | 'wait-for-end'
  /** Until production is on its replacement and checked, or it has ended. */
  | 'wait-for-shift'
  /** ContinueDeployment, TERMINATION_WAIT. */
  | 'end-wait'
  /** StopDeployment, with rollback. */
  | 'stop';

/** How a deployment in the way is treated; `fail` is a refusal, and leaves nothing to decide. */
export type Treatment = Exclude<InProgressPolicy, 'fail'>;

/**
 * `told`: this run has stopped it, or ended its wait, before: that is done once. A rollback by CodeDeploy is never touched.
 * A release that has all the traffic and is checked is not taken back for the next one.
 */
export function decide(treatment: Treatment, seen: Observation, told: boolean): Step {
  if (isOver(seen)) return 'look-again';
  if (treatment === 'wait' || told || takesBack(seen)) return 'wait-for-end';
  if (stageOf(seen) === 'terminating') return 'end-wait';
  // Shifted by one word and not by another: nothing is stopped, and there may be no wait to end.
  if (mayBeShifted(seen)) return 'wait-for-end';
  return treatment === 'replace' ? 'stop' : 'wait-for-shift';
}
