import { deregisterTarget, registerTarget } from '../elb/targets.ts';
import { hex } from '../ids.ts';
import { logTargets } from '../logs/awslogs.ts';
import { type Sandbox } from '../operation.ts';
import { courseOf } from '../runtime/course.ts';
import { type Endpoint, type TaskEvents, type TaskLaunch } from '../runtime/runtime.ts';
import { type LoadBalancerBinding, type Task, type TaskContainer, type TaskSet } from '../world/ecs.ts';
import { mayStart, mayWrite } from './execution-role.ts';
import { launchesOf } from './launch.ts';
import { keepLive, liveTask } from './live-tasks.ts';
import { createTask, type TaskOrder } from './new-task.ts';
import { bodyOf } from './overrides.ts';
import { finishTask, stopTask } from './stop-task.ts';
import { keepOutput, type LogTargets, openLogs } from './task-output.ts';

/** What happens to a task that nobody stops. `initial`: its target's checks begin, or begin anew. */
export type TaskChange = 'running' | 'healthy' | 'initial' | 'unhealthy-target' | 'unhealthy-container' | 'stopped';

export type Changed = (task: Task, change: TaskChange) => void;

/** A task set's tasks that are wanted. */
export function liveTasks(sandbox: Sandbox, taskSet: TaskSet): Task[] {
  return tasksOf(sandbox, taskSet).filter((task) => task.desiredStatus === 'RUNNING');
}

export function tasksOf(sandbox: Sandbox, taskSet: TaskSet): Task[] {
  return [...sandbox.world.ecs.tasks.values()].filter(
    ({ serviceArn, startedBy }) => serviceArn !== null && startedBy === taskSet.id,
  );
}

export const taskId = (task: Task): string => task.arn.slice(task.arn.lastIndexOf('/') + 1);

const lastPart = (text: string): string => text.slice(text.lastIndexOf('/') + 1);

/** With where each container's lines go. */
type Launch = TaskLaunch & { readonly logs: LogTargets };

function launchOf({ random, settings, world }: Sandbox, order: TaskOrder): Launch {
  const body = bodyOf(world, order);
  const id = hex(random, 32);
  const revision = lastPart(order.taskDefinition);
  return {
    taskId: id,
    logs: logTargets(body, id),
    revision,
    cluster: lastPart(order.clusterArn),
    service: order.owner?.service.name ?? null,
    containers: launchesOf(body),
    course: order.owner === null ? courseOf(settings, revision) : null,
  };
}

/** It has a host now, which pulls its images. */
function place({ clock }: Sandbox, task: Task): void {
  task.status = 'PENDING';
  task.connectedAt ??= clock.now();
}

function showRunning(sandbox: Sandbox, task: Task): void {
  place(sandbox, task);
  task.status = 'RUNNING';
  task.startedAt = sandbox.clock.now();
  for (const container of task.containers) if (container.status === 'PENDING') container.status = 'RUNNING';
}

/** Starts a task; `changed` is told what becomes of it for as long as no one stops it. */
export function startTask(sandbox: Sandbox, order: TaskOrder, changed: Changed): Task {
  const { clock, settings, runtime } = sandbox;
  const launch = launchOf(sandbox, order);
  const task = createTask(sandbox, order, launch);
  clock.after(settings.taskStartMs / 3, () => {
    if (task.status === 'PROVISIONING') place(sandbox, task);
  });
  const tell: Changed = (_, change) => {
    if (task.desiredStatus === 'RUNNING' || change === 'stopped') changed(task, change);
  };
  const starting = { body: bodyOf(sandbox.world, order), taskArn: task.arn, logs: launch.logs };
  const broken = mayStart(sandbox, starting) ?? openLogs(sandbox, launch.logs) ?? neverStarts(launch);
  const events = eventsOf(sandbox, task, order, { ...launch, logs: mayWrite(sandbox, starting) }, tell);
  if (broken === null) keepLive(task, runtime.start(launch, events));
  // As long as it takes Fargate to find out; a scheduler that is told at once would never end.
  else
    clock.after(settings.taskStartMs, () => {
      events.failed(broken.container, broken.reason);
    });
  return task;
}

/** Where a course says that the task fails before its containers run. */
function neverStarts({ course, containers }: Launch): { container: string; reason: string } | null {
  const reason = course?.neverStarts ?? null;
  return reason === null ? null : { container: containers[0]?.name ?? '', reason };
}

function eventsOf(sandbox: Sandbox, task: Task, { owner }: TaskOrder, launch: Launch, tell: Changed): TaskEvents {
  const containerOf = (name: string) => task.containers.find((container) => container.name === name);
  return {
    running(ports) {
      if (task.desiredStatus === 'STOPPED') return;
      showRunning(sandbox, task);
      if (owner) register(sandbox, task, owner.taskSet.loadBalancer, launch, ports, tell);
      tell(task, 'running');
      judge(task, tell);
    },
    health(name, status) {
      const container = containerOf(name);
      if (!container || task.status !== 'RUNNING') return;
      container.health = status;
      judge(task, tell);
    },
    exited(name, exitCode, reason) {
      const container = containerOf(name);
      if (!container) return;
      container.status = 'STOPPED';
      if (exitCode !== null) container.exitCode = exitCode;
      if (reason !== null) container.reason = reason;
      containerGone(sandbox, task, container, tell);
    },
    failed(name, reason) {
      const crashed = task.desiredStatus === 'RUNNING';
      task.connectedAt ??= sandbox.clock.now();
      const container = containerOf(name);
      if (container) container.reason = reason;
      for (const each of task.containers) each.status = 'STOPPED';
      stopTask(sandbox, task, { code: 'TaskFailedToStart', reason });
      finishTask(sandbox, task);
      if (crashed) tell(task, 'stopped');
    },
    output(container, line) {
      keepOutput(sandbox, task, launch.logs, container, line);
    },
  };
}

/** The end of an essential container is the end of its task (ECS API: ContainerDefinition.essential). */
function containerGone(sandbox: Sandbox, task: Task, { essential }: TaskContainer, tell: Changed): void {
  const crashed = essential && task.desiredStatus === 'RUNNING';
  if (crashed) {
    stopTask(sandbox, task, { code: 'EssentialContainerExited', reason: 'Essential container in task exited' });
  }
  if (task.containers.every(({ status }) => status === 'STOPPED')) finishTask(sandbox, task);
  if (crashed) tell(task, 'stopped');
}

function register(
  sandbox: Sandbox,
  task: Task,
  { targetGroupArn, containerPort: port }: LoadBalancerBinding,
  { revision }: TaskLaunch,
  ports: ReadonlyMap<number, Endpoint>,
  tell: Changed,
): void {
  const registration = {
    targetGroupArn,
    id: task.address,
    port,
    taskId: taskId(task),
    revision,
    endpoint: ports.get(port) ?? null,
  };
  const target = registerTarget(sandbox, registration, () => {
    judge(task, tell);
  });
  const live = liveTask(task);
  if (live) live.target = target;
  // It has ended while it was being registered.
  else deregisterTarget(sandbox, target, () => undefined);
}

/**
 * Whether the task is healthy now, and what that means to those who watch it. One whose target nothing checks is taken
 * for healthy: that is how a dead replacement can pass (see the setting `deadGreenPasses`).
 */
function judge(task: Task, tell: Changed): void {
  if (task.desiredStatus === 'STOPPED') return;
  const sick = task.containers.some(({ essential, health }) => essential && health === 'UNHEALTHY');
  const state = liveTask(task)?.target?.state;
  const before = task.healthy;
  task.healthy = (state === 'healthy' || state === 'unused') && !sick;
  if (sick) tell(task, 'unhealthy-container');
  else if (task.healthy) tell(task, 'healthy');
  else if (state === 'unhealthy') tell(task, 'unhealthy-target');
  else if (before) tell(task, 'initial');
}
