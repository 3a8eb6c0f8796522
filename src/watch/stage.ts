import { ROLLBACK_CREATOR } from '../engine/codedeploy/whose.ts';
import { type LifecycleEvent, type Observation, type ObservedTaskSet } from '../engine/engine.ts';

/** Where a deployment stands, as far as it decides what can happen next. */
export type Stage =
  /** No target yet. */
  | 'starting'
  /** The replacement is put up and tested; production is on the original. */
  | 'installing'
  /** Waits for ContinueDeployment. */
  | 'ready'
  | 'shifting'
  /** All production traffic is on the replacement; its checks after the shift run. */
  | 'finishing'
  /** Shifted and checked: the original task set waits for its end. */
  | 'terminating'
  | 'over';

export function stageOf(seen: Observation): Stage {
  if (isOver(seen)) return 'over';
  if (isShifted(seen)) return 'terminating';
  const shift = eventOf(seen, 'AllowTraffic');
  if (shift?.status === 'Succeeded') return 'finishing';
  if (shift?.status === 'InProgress') return 'shifting';
  if (seen.status === 'Ready') return 'ready';
  return seen.events.length === 0 ? 'starting' : 'installing';
}

/** CodeDeploy API: a rollback has a creator of its own, and names the deployment that it takes back. */
export function takesBack(seen: Observation): boolean {
  return seen.creator === ROLLBACK_CREATOR || seen.takesBack !== null;
}

export function isOver(seen: Observation): boolean {
  return seen.status === 'Succeeded' || seen.status === 'Failed' || seen.status === 'Stopped';
}

/**
 * Production is on the replacement and AfterAllowTraffic is done. The target says so before the deployment does: it is
 * `Succeeded` when the wait for the original's end begins, the deployment only when that wait is over.
 */
export function isShifted(seen: Observation): boolean {
  if (setOf(seen, 'green')?.weight !== 100) return false;
  const done = (name: string): boolean => eventOf(seen, name)?.status === 'Succeeded';
  return seen.targetStatus === 'Succeeded' || (done('AllowTraffic') && done('AfterAllowTraffic'));
}

/**
 * Something says that the shift is done, whatever the weights say: a stop could move production backwards. Weaker than
 * `isShifted`, which has to be sure that it is.
 */
export function mayBeShifted(seen: Observation): boolean {
  return seen.targetStatus === 'Succeeded' || eventOf(seen, 'AfterAllowTraffic')?.status === 'Succeeded';
}

/** The target looks as if the deployment had failed or was stopped; only the deployment itself can tell. */
export function isSuspicious(seen: Observation): boolean {
  const good = [null, 'Pending', 'InProgress', 'Ready', 'Succeeded'];
  return !good.includes(seen.targetStatus) || seen.events.some((event) => event.status === 'Failed');
}

/** True once production traffic has begun to move. */
export function hasShiftBegun(seen: Observation): boolean {
  const shift = eventOf(seen, 'AllowTraffic')?.status;
  return shift === 'InProgress' || shift === 'Succeeded' || (setOf(seen, 'green')?.weight ?? 0) > 0;
}

export function eventOf(seen: Observation, name: string): LifecycleEvent | undefined {
  return seen.events.find((event) => event.name === name);
}

export function setOf(seen: Observation, color: 'blue' | 'green'): ObservedTaskSet | undefined {
  return seen.taskSets.find((set) => set.color === color);
}
