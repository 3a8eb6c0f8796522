/** Keeps a task set at its desired count, as the ECS service scheduler does. */
import { type Sandbox } from '../operation.ts';
import { type Service, type Task, type TaskSet } from '../world/ecs.ts';
import { recordEvent } from './events.ts';
import { orderOf } from './new-task.ts';
import { type Stop, stopTask } from './stop-task.ts';
import { recordDrained, recordRegistered, recordStarted, recordStopped, recordUnhealthy } from './task-events.ts';
import { liveTasks, startTask, type TaskChange, tasksOf } from './tasks.ts';

/** ECS slows its restarts down; the first waits ten seconds, no wait is longer than five minutes. */
const FIRST_RETRY_MS = 10_000;
const LONGEST_RETRY_MS = 5 * 60_000;

/** ceil(desired count × scale), as ECS computes it (ECS API: TaskSet.computedDesiredCount). */
export function computedDesired(service: Service, taskSet: TaskSet): number {
  return taskSet.status === 'DRAINING' ? 0 : Math.ceil((service.desiredCount * taskSet.scale) / 100);
}

/** Starts the tasks that are missing, stops those that are too many, and brings counts and stability up to date. */
export function fill(sandbox: Sandbox, service: Service, taskSet: TaskSet): void {
  if (!service.taskSets.includes(taskSet)) return;
  const live = liveTasks(sandbox, taskSet);
  const desired = computedDesired(service, taskSet);
  const surplus = live.slice(desired);
  for (const task of surplus) {
    stopTask(sandbox, task, {
      code: 'ServiceSchedulerInitiated',
      reason: `${SCALED_IN} initiated by (deployment ${taskSet.id})`,
    });
  }
  recordStopped(sandbox, service, taskSet, surplus);
  const started = Array.from({ length: Math.max(0, desired - live.length) }, () =>
    startTask(sandbox, orderOf(service, taskSet, tasksOf(sandbox, taskSet).length), (task, change) => {
      follow(sandbox, service, taskSet, task, change);
    }),
  );
  recordStarted(sandbox, service, taskSet, started);
  refresh(sandbox, service, taskSet);
}

function follow(sandbox: Sandbox, service: Service, taskSet: TaskSet, task: Task, change: TaskChange): void {
  switch (change) {
    case 'running':
      recordRegistered(sandbox, service, taskSet);
      break;
    case 'unhealthy-target':
      afterGrace(sandbox, service, task, () => {
        recordUnhealthy(sandbox, service, taskSet, task);
        const group = `(target-group ${taskSet.loadBalancer.targetGroupArn})`;
        replace(sandbox, service, taskSet, task, `Task failed ELB health checks in ${group}`);
      });
      break;
    case 'unhealthy-container':
      replace(sandbox, service, taskSet, task, 'Task failed container health checks');
      break;
    case 'stopped':
      recordDrained(sandbox, service, taskSet, [task]);
      startAgain(sandbox, service, taskSet);
      break;
    case 'healthy':
    case 'initial':
      break;
  }
  refresh(sandbox, service, taskSet);
}

/** ECS takes no notice of failed checks before the service's grace period is over (ECS API: Service). */
function afterGrace(sandbox: Sandbox, service: Service, task: Task, then: () => void): void {
  const { clock, world } = sandbox;
  const end = (task.startedAt ?? clock.now()) + service.healthCheckGracePeriodSeconds * 1_000;
  if (end <= clock.now()) {
    then();
    return;
  }
  clock.after(end - clock.now(), () => {
    if (task.desiredStatus === 'RUNNING' && !task.healthy && world.ecs.tasks.has(task.arn)) then();
  });
}

/** Stops the task and starts another. */
function replace(sandbox: Sandbox, service: Service, taskSet: TaskSet, task: Task, reason: string): void {
  const stop: Stop = { code: 'ServiceSchedulerInitiated', reason };
  stopTask(sandbox, task, stop);
  recordStopped(sandbox, service, taskSet, [task]);
  startAgain(sandbox, service, taskSet);
  refresh(sandbox, service, taskSet);
}

/** The service of a task that a person stopped starts another at once; a task of its own has none. */
export function scheduleAgain(sandbox: Sandbox, task: Task): void {
  const service = sandbox.world.ecs.services.get(task.serviceArn ?? '');
  const taskSet = service?.taskSets.find((each) => each.id === task.startedBy);
  if (!service || !taskSet) return;
  recordDrained(sandbox, service, taskSet, [task]);
  fill(sandbox, service, taskSet);
}

const SCALED_IN = 'Scaling activity';

/** Not one that a person stopped, or that became too many. */
const hasFailed = ({ desiredStatus, stopCode, stoppedReason }: Task): boolean =>
  desiredStatus === 'STOPPED' && stopCode !== 'UserInitiated' && stoppedReason?.startsWith(SCALED_IN) !== true;

/**
 * Later each time a whole round of tasks has failed; where none came up, the events say so (ECS Developer Guide,
 * "Service event messages").
 */
function startAgain(sandbox: Sandbox, service: Service, taskSet: TaskSet): void {
  const stopped = tasksOf(sandbox, taskSet).filter(hasFailed);
  const failed = stopped.length - 1;
  const perRound = Math.max(1, service.desiredCount);
  const round = Math.floor(failed / perRound);
  const neverRan = stopped.every(({ startedAt }) => startedAt === null);
  if (round > 0 && failed % perRound === 0 && neverRan) {
    recordEvent(sandbox, service, 'is unable to consistently start tasks successfully.');
  }
  sandbox.clock.after(Math.min(FIRST_RETRY_MS * 2 ** round, LONGEST_RETRY_MS), () => {
    fill(sandbox, service, taskSet);
  });
}

/** Counts the tasks and says whether the set is steady; ECS records events when it gets there, none when it leaves. */
function refresh(sandbox: Sandbox, service: Service, taskSet: TaskSet): void {
  const live = liveTasks(sandbox, taskSet);
  taskSet.running = live.filter((task) => task.status === 'RUNNING').length;
  taskSet.pending = live.length - taskSet.running;
  const steady = taskSet.running === computedDesired(service, taskSet) && live.every((task) => task.healthy);
  const stability = steady ? 'STEADY_STATE' : 'STABILIZING';
  if (stability === taskSet.stability) return;
  taskSet.stability = stability;
  taskSet.stabilityAt = sandbox.clock.now();
  if (!steady) return;
  recordEvent(sandbox, service, 'updated state to STEADY_STATE.', taskSet.id);
  if (service.taskSets.every((other) => other.stability === 'STEADY_STATE')) {
    recordEvent(sandbox, service, 'has reached a steady state.');
  }
}
