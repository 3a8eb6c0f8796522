import { type Observation } from '../engine/engine.ts';
import { type WaitFor } from '../inputs/types.ts';
import { eventOf, hasShiftBegun, isShifted, isSuspicious, stageOf } from './stage.ts';

export type End = { readonly kind: 'reached'; readonly end: WaitFor } | { readonly kind: 'failed' | 'stopped' };

/** The end that a look shows; null while the deployment goes on. What AWS calls failed or stopped is never reached. */
export function endOf(seen: Observation, until: WaitFor): End | null {
  if (seen.status === 'Failed') return { kind: 'failed' };
  if (seen.status === 'Stopped') return { kind: 'stopped' };
  if (seen.status === 'Succeeded') return { kind: 'reached', end: until === 'completed' ? until : 'traffic-shifted' };
  switch (until) {
    case 'none':
      return { kind: 'reached', end: 'none' };
    case 'test-ready':
      // Someone was quicker: the time to test is over, and production is on its way or there.
      if (isShifted(seen)) return { kind: 'reached', end: 'traffic-shifted' };
      return seen.status === 'Ready' || hasShiftBegun(seen) ? { kind: 'reached', end: 'test-ready' } : null;
    case 'traffic-shifted':
      return isShifted(seen) ? { kind: 'reached', end: 'traffic-shifted' } : null;
    case 'completed':
      return null;
  }
}

/** True where a look at the target shows something of which only the deployment itself can tell what it means. */
export function needsDeployment(before: Observation, seen: Observation, until: WaitFor): boolean {
  if (endOf(seen, until) !== null || isSuspicious(seen)) return true;
  if (stageOf(seen) === 'terminating') return stageOf(before) !== 'terminating';
  if (hasShiftBegun(seen)) return false;
  return (seen.targetStatus === 'Ready' && seen.status !== 'Ready') || isReadyNear(seen, until);
}

/** The wait for ContinueDeployment begins some time after Install, and shows in the deployment. */
export function isReadyNear(seen: Observation, until: WaitFor): boolean {
  return until === 'test-ready' && eventOf(seen, 'Install')?.status === 'Succeeded';
}
