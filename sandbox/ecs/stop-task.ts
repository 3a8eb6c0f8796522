import { deregisterTarget } from '../elb/targets.ts';
import { type Sandbox } from '../operation.ts';
import { type StopCode, type Task } from '../world/ecs.ts';
import { forgetLive, liveTask } from './live-tasks.ts';

/** ECS shows stopped tasks for at least an hour (ECS API: DescribeTasks). */
const STOPPED_TASKS_SHOWN_MS = 60 * 60_000;

export interface Stop {
  readonly code: StopCode;
  readonly reason: string;
}

/**
 * Ends a task. Its target is deregistered; a task that still serves goes on until the target has drained, and only then
 * gets SIGTERM (ECS user guide: task lifecycle, DEACTIVATING). A second call changes nothing.
 */
export function stopTask(sandbox: Sandbox, task: Task, { code, reason }: Stop): void {
  if (task.desiredStatus === 'STOPPED') return;
  const served = task.status === 'RUNNING';
  Object.assign(task, {
    desiredStatus: 'STOPPED',
    healthy: false,
    stoppingAt: sandbox.clock.now(),
    stopCode: code,
    stoppedReason: reason,
  });
  const target = liveTask(task)?.target ?? null;
  const serves = served && (code === 'ServiceSchedulerInitiated' || code === 'UserInitiated');
  if (target === null || !serves) end(task);
  else task.status = 'DEACTIVATING';
  if (target === null) return;
  deregisterTarget(sandbox, target, () => {
    if (serves) end(task);
  });
}

function end(task: Task): void {
  if (task.status === 'STOPPED') return;
  task.status = 'STOPPING';
  liveTask(task)?.running.stop();
}

/** The last of its containers is gone. */
export function finishTask(sandbox: Sandbox, task: Task): void {
  if (task.status === 'STOPPED') return;
  const { clock, world } = sandbox;
  task.status = 'STOPPED';
  task.stoppedAt = clock.now();
  forgetLive(task);
  clock.after(STOPPED_TASKS_SHOWN_MS, () => {
    world.ecs.tasks.delete(task.arn);
  });
}
