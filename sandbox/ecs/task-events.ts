/**
 * What a service's events say of a task set's tasks. Under CODE_DEPLOY they name the task set (ECS Developer Guide,
 * "Service unhealthy event messages": "Fargate with taskSet"; what services under CodeDeploy have shown: started,
 * registered, updated state); that those of stopped and drained tasks do too is assumed.
 */
import { targetsIn } from '../elb/targets.ts';
import { type Sandbox } from '../operation.ts';
import { type Service, type Task, type TaskSet } from '../world/ecs.ts';
import { recordEvent } from './events.ts';
import { taskId } from './tasks.ts';

const named = (tasks: readonly Task[]): string => tasks.map((task) => `(task ${taskId(task)})`).join(' ');
const groupOf = ({ loadBalancer }: TaskSet): string => `(target-group ${loadBalancer.targetGroupArn})`;

export function recordStarted(sandbox: Sandbox, service: Service, taskSet: TaskSet, tasks: readonly Task[]): void {
  if (tasks.length === 0) return;
  recordEvent(sandbox, service, `has started ${tasks.length} tasks: ${named(tasks)}.`, taskSet.id);
}

export function recordRegistered(sandbox: Sandbox, service: Service, taskSet: TaskSet): void {
  recordEvent(sandbox, service, `registered 1 targets in ${groupOf(taskSet)}`, taskSet.id);
}

/** Of tasks that the scheduler stops. */
export function recordStopped(sandbox: Sandbox, service: Service, taskSet: TaskSet, tasks: readonly Task[]): void {
  if (tasks.length === 0) return;
  recordEvent(sandbox, service, `has stopped ${tasks.length} running tasks: ${named(tasks)}.`, taskSet.id);
  recordDrained(sandbox, service, taskSet, tasks);
}

/** Of tasks that end, whoever stopped them; those that never ran were never registered. */
export function recordDrained(sandbox: Sandbox, service: Service, taskSet: TaskSet, tasks: readonly Task[]): void {
  const count = tasks.filter(({ startedAt }) => startedAt !== null).length;
  if (count === 0) return;
  recordEvent(sandbox, service, `deregistered ${count} targets in ${groupOf(taskSet)}`, taskSet.id);
  recordEvent(sandbox, service, `has begun draining connections on ${count} tasks.`, taskSet.id);
}

/** With what the load balancer says of the target. */
export function recordUnhealthy(sandbox: Sandbox, service: Service, taskSet: TaskSet, task: Task): void {
  const { targetGroupArn, containerPort: port } = taskSet.loadBalancer;
  const target = targetsIn(sandbox.world, targetGroupArn).find((each) => each.taskId === taskId(task));
  const why = `due to (reason ${target?.description ?? 'Health checks failed'})`;
  const of = `(task ${taskId(task)}) (port ${port})`;
  recordEvent(sandbox, service, `${of} is unhealthy in ${groupOf(taskSet)} ${why}.`, taskSet.id);
}
