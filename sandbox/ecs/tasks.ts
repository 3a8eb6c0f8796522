import { arn, hex } from '../ids.ts';
import { type Sandbox } from '../operation.ts';
import { type Service, type Task, type TaskSet } from '../world/ecs.ts';
import { containersOf } from './containers.ts';

/** ECS shows stopped tasks for at least an hour (ECS API: DescribeTasks). */
const STOPPED_TASKS_SHOWN_MS = 60 * 60_000;
/** A target is unhealthy after a few failed checks; the grace period of the service comes on top. */
const FAILED_CHECKS_MS = 30_000;
const CRASH_MS = 1_000;

export interface Stop {
  readonly code: 'EssentialContainerExited' | 'ServiceSchedulerInitiated';
  readonly reason: string;
  readonly exitCode?: number;
}

/** What happens to a task by itself. */
export type TaskChange = 'running' | 'healthy' | 'crashed' | 'failed-checks';

/** `ecs-svc/…`'s tasks that have not stopped. */
export function liveTasks(sandbox: Sandbox, taskSet: TaskSet): Task[] {
  return tasksOf(sandbox, taskSet).filter((task) => task.status !== 'STOPPED');
}

export function tasksOf(sandbox: Sandbox, taskSet: TaskSet): Task[] {
  return [...sandbox.world.ecs.tasks.values()].filter((task) => task.startedBy === taskSet.id);
}

export const taskId = (task: Task): string => task.arn.slice(task.arn.lastIndexOf('/') + 1);

function createTask(sandbox: Sandbox, service: Service, taskSet: TaskSet): Task {
  const { world, clock, random } = sandbox;
  const cluster = service.clusterArn.slice(service.clusterArn.lastIndexOf('/') + 1);
  const octet = (): number => 1 + Math.floor(random() * 254);
  const task: Task = {
    arn: arn(world, 'ecs', `task/${cluster}/${hex(random, 32)}`),
    clusterArn: service.clusterArn,
    serviceArn: service.arn,
    taskDefinition: taskSet.taskDefinition,
    startedBy: taskSet.id,
    createdAt: clock.now(),
    address: `10.0.${octet()}.${octet()}`,
    containers: containersOf(world, taskSet.taskDefinition),
    status: 'PROVISIONING',
    healthy: false,
    startedAt: null,
    stoppedAt: null,
    stoppedReason: null,
    stopCode: null,
  };
  world.ecs.tasks.set(task.arn, task);
  return task;
}

/** Starts a task; `changed` is told what becomes of it for as long as no one stops it. */
export function startTask(
  sandbox: Sandbox,
  service: Service,
  taskSet: TaskSet,
  changed: (task: Task, change: TaskChange) => void,
): Task {
  const { clock, settings } = sandbox;
  const task = createTask(sandbox, service, taskSet);
  const whileAlive = (ms: number, then: () => void): void => {
    clock.after(ms, () => {
      if (task.status !== 'STOPPED') then();
    });
  };
  whileAlive(settings.taskStartMs / 3, () => {
    task.status = 'PENDING';
  });
  whileAlive(settings.taskStartMs, () => {
    task.status = 'RUNNING';
    task.startedAt = clock.now();
    changed(task, 'running');
    const { ms, change } = fate(sandbox, service, task);
    whileAlive(ms, () => {
      task.healthy = change === 'healthy';
      changed(task, change);
    });
  });
  return task;
}

/** How a running task goes on, decided by its images. */
function fate(sandbox: Sandbox, service: Service, task: Task): { ms: number; change: TaskChange } {
  const { settings } = sandbox;
  const holds = (parts: readonly string[]): boolean =>
    task.containers.some(({ image }) => parts.some((part) => image.includes(part)));
  if (holds(settings.crashingImages)) return { ms: CRASH_MS, change: 'crashed' };
  if (!holds(settings.unhealthyImages)) return { ms: settings.taskHealthyMs, change: 'healthy' };
  const grace = service.healthCheckGracePeriodSeconds * 1_000;
  return { ms: settings.taskHealthyMs + grace + FAILED_CHECKS_MS, change: 'failed-checks' };
}

export function stopTask(sandbox: Sandbox, task: Task, stop: Stop): void {
  if (task.status === 'STOPPED') return;
  task.status = 'STOPPED';
  task.healthy = false;
  task.stoppedAt = sandbox.clock.now();
  task.stoppedReason = stop.reason;
  task.stopCode = stop.code;
  for (const container of task.containers) container.exitCode = stop.exitCode ?? 0;
  sandbox.clock.after(STOPPED_TASKS_SHOWN_MS, () => {
    sandbox.world.ecs.tasks.delete(task.arn);
  });
}
