/** Keeps a task set at its desired count, as the ECS service scheduler does. */
import { type Sandbox } from '../operation.ts';
import { type Service, type Task, type TaskSet } from '../world/ecs.ts';
import { targetsIn } from '../elb/targets.ts';
import { recordEvent } from './events.ts';
import { type Stop, stopTask } from './stop-task.ts';
import { liveTasks, startTask, type TaskChange, taskId, tasksOf } from './tasks.ts';

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
  for (const task of live.slice(desired)) {
    stopTask(sandbox, task, {
      code: 'ServiceSchedulerInitiated',
      reason: `Scaling activity initiated by (deployment ${taskSet.id})`,
    });
    recordEvent(sandbox, service, `has stopped 1 running tasks: (task ${taskId(task)}).`);
  }
  const started = Array.from({ length: Math.max(0, desired - live.length) }, () =>
    startTask(sandbox, service, taskSet, (task, change) => {
      follow(sandbox, service, taskSet, task, change);
    }),
  );
  if (started.length > 0) {
    const list = started.map((task) => `(task ${taskId(task)})`).join(' ');
    recordEvent(sandbox, service, `has started ${String(started.length)} tasks: ${list}.`);
  }
  refresh(sandbox, service, taskSet);
}

function follow(sandbox: Sandbox, service: Service, taskSet: TaskSet, task: Task, change: TaskChange): void {
  const { targetGroupArn } = taskSet.loadBalancer;
  const group = `(target-group ${targetGroupArn})`;
  switch (change) {
    case 'running':
      recordEvent(sandbox, service, `registered 1 targets in ${group}`);
      break;
    case 'unhealthy-target':
      afterGrace(sandbox, service, task, () => {
        replaceUnhealthy(sandbox, service, taskSet, task);
      });
      break;
    case 'unhealthy-container':
      replace(sandbox, service, taskSet, task, 'Task failed container health checks');
      break;
    case 'stopped':
      recordEvent(sandbox, service, `deregistered 1 targets in ${group}`);
      startAgain(sandbox, service, taskSet);
      break;
    case 'healthy':
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

function replaceUnhealthy(sandbox: Sandbox, service: Service, taskSet: TaskSet, task: Task): void {
  const { targetGroupArn, containerPort } = taskSet.loadBalancer;
  const group = `(target-group ${targetGroupArn})`;
  const target = targetsIn(sandbox.world, targetGroupArn).find((each) => each.taskId === taskId(task));
  const why = `due to (reason ${target?.description ?? 'Health checks failed'})`;
  recordEvent(sandbox, service, `(port ${String(containerPort)}) is unhealthy in ${group} ${why}.`);
  replace(sandbox, service, taskSet, task, `Task failed ELB health checks in ${group}`);
}

/** Stops the task and starts another. */
function replace(sandbox: Sandbox, service: Service, taskSet: TaskSet, task: Task, reason: string): void {
  const stop: Stop = { code: 'ServiceSchedulerInitiated', reason };
  stopTask(sandbox, task, stop);
  recordEvent(sandbox, service, `has stopped 1 running tasks: (task ${taskId(task)}).`);
  startAgain(sandbox, service, taskSet);
  refresh(sandbox, service, taskSet);
}

/** The service of a task that a person stopped starts another at once. */
export function scheduleAgain(sandbox: Sandbox, task: Task): void {
  const service = sandbox.world.ecs.services.get(task.serviceArn);
  const taskSet = service?.taskSets.find((each) => each.id === task.startedBy);
  if (service && taskSet) fill(sandbox, service, taskSet);
}

/** Later each time a whole round of tasks has failed. */
function startAgain(sandbox: Sandbox, service: Service, taskSet: TaskSet): void {
  const failed = tasksOf(sandbox, taskSet).filter((task) => task.desiredStatus === 'STOPPED').length - 1;
  const round = Math.floor(failed / Math.max(1, service.desiredCount));
  sandbox.clock.after(Math.min(FIRST_RETRY_MS * 2 ** round, LONGEST_RETRY_MS), () => {
    fill(sandbox, service, taskSet);
  });
}

/** Counts the tasks and says whether the set is steady; ECS records an event when it gets there. */
function refresh(sandbox: Sandbox, service: Service, taskSet: TaskSet): void {
  const live = liveTasks(sandbox, taskSet);
  taskSet.running = live.filter((task) => task.status === 'RUNNING').length;
  taskSet.pending = live.length - taskSet.running;
  const steady = taskSet.running === computedDesired(service, taskSet) && live.every((task) => task.healthy);
  const stability = steady ? 'STEADY_STATE' : 'STABILIZING';
  if (stability === taskSet.stability) return;
  taskSet.stability = stability;
  taskSet.stabilityAt = sandbox.clock.now();
  recordEvent(sandbox, service, `updated state to ${stability}.`, taskSet.id);
  if (service.taskSets.every((other) => other.stability === 'STEADY_STATE')) {
    recordEvent(sandbox, service, 'has reached a steady state.');
  }
}
