import { type Task } from '@aws-sdk/client-ecs';

/**
 * What ends a task without telling anything of its revision: a person, Spot, the machine under it, scaling, capacity that is not
 * there. ECS gives some of these no stop code of their own (`ServiceSchedulerInitiated` for maintenance and scale-in,
 * `TaskFailedToStart` for capacity), so the reason is read first (ECS Developer Guide: stopped task errors, task
 * maintenance, service event messages; assumed for reasons that no page lists).
 */
const NOT_ITS_OWN: readonly RegExp[] = [
  /Spot (?:Task|Instance) was interrupted|spot interruption/i,
  /Host EC2 \(instance [^)]*\) (?:stopped|terminated)/i,
  /deregistration forced|in (?:a )?DRAINING state/i,
  /performing maintenance on the underlying infrastructure|task retirement/i,
  /Scaling activity initiated by/i,
  /stopped by user|UserInitiated/i,
  /Capacity is unavailable|RESOURCE:(?:CPU|MEMORY|PORTS?|GPU|ENI|FPGA)|No Container Instances were found/i,
  /limit on the number of (?:tasks|vCPUs)|insufficient (?:capacity|free addresses)/i,
  /(?:network interface|EphemeralStorage) provision/i,
];

/** ECS API: TaskStopCode. Other codes need a reason that says so. */
const NEVER: ReadonlySet<string> = new Set([
  'UserInitiated',
  'SpotInterruption',
  'TerminationNotice',
  'InfrastructureHealth',
]);
const ALWAYS: ReadonlySet<string> = new Set(['EssentialContainerExited', 'TaskFailedToStart']);

const ITS_OWN =
  /failed (?:ELB|container|[\w ]*) ?health checks?|Essential container in task exited|Task failed to start|Cannot(?:Pull|Start|Create)|ResourceInitializationError|OutOfMemory/i;

/** True for a task that stopped by itself: it ended, never began, ran out of memory, or failed its health checks. */
export function isFailure({ stopCode, stoppedReason = '' }: Pick<Task, 'stopCode' | 'stoppedReason'>): boolean {
  const code: string = stopCode ?? '';
  if (NEVER.has(code) || NOT_ITS_OWN.some((pattern) => pattern.test(stoppedReason))) return false;
  return ALWAYS.has(code) || ITS_OWN.test(stoppedReason);
}
