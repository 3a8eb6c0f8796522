import { type Waiting } from '../plan.ts';

/**
 * How long the wait takes by the schedule of the shift and the group's waits, in milliseconds. The start of the new tasks,
 * hooks and the wait for a word (ContinueDeployment) come on top: nobody knows how long they take.
 */
export function expectedMs({ until, shiftMs, terminationMs }: Waiting): number {
  if (until === 'completed') return shiftMs + terminationMs;
  return until === 'traffic-shifted' ? shiftMs : 0;
}
