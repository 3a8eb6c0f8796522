/** What belongs to a task while it lives, beside the plain data of the world. */
import { type RunningTask } from '../runtime/runtime.ts';
import { type Target } from '../world/elb.ts';
import { type Task } from '../world/ecs.ts';

export interface LiveTask {
  readonly running: RunningTask;
  /** Once it is registered behind its load balancer. */
  target: Target | null;
}

const live = new WeakMap<Task, LiveTask>();

export const liveTask = (task: Task): LiveTask | undefined => live.get(task);

export function keepLive(task: Task, running: RunningTask): void {
  live.set(task, { running, target: null });
}

export function forgetLive(task: Task): void {
  live.delete(task);
}
