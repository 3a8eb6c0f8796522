/** Tasks and task sets as the page shows them. */
import { type Sandbox } from '../operation.ts';
import { computedDesired } from '../ecs/scheduler.ts';
import { type Service, type Task, type TaskSet } from '../world/ecs.ts';
import { imageOf, revisionName } from './deployment-view.ts';
import { type TaskSetView, type TaskView } from './view-types.ts';

/** The most that are listed: of one task set's live tasks, and of a service's stopped ones. */
export const MOST_TASKS = 24;
export const MOST_STOPPED = 20;

const idOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

function health(sandbox: Sandbox, task: Task): Pick<TaskView, 'health' | 'healthReason'> {
  const id = idOf(task.arn);
  for (const targets of sandbox.world.elb.targets.values()) {
    const target = targets.find(({ taskId }) => taskId === id);
    if (target) return { health: target.state, healthReason: target.description ?? target.reason };
  }
  return { health: task.healthy ? 'healthy' : 'unknown', healthReason: null };
}

export function taskView(sandbox: Sandbox, task: Task): TaskView {
  return {
    id: idOf(task.arn),
    revision: revisionName(task.taskDefinition),
    taskSet: task.startedBy ?? '',
    status: task.status,
    ...health(sandbox, task),
    createdAt: task.createdAt,
    startedAt: task.startedAt,
    stoppedAt: task.stoppedAt,
    reason: task.stoppedReason,
    code: task.stopCode,
    containers: task.containers.map(({ name, image, exitCode, reason }) => ({
      name,
      image,
      exitCode: exitCode ?? null,
      reason: reason ?? null,
    })),
  };
}

export function taskSetView(sandbox: Sandbox, service: Service, taskSet: TaskSet, tasks: readonly Task[]): TaskSetView {
  const own = tasks.filter((task) => task.startedBy === taskSet.id && task.status !== 'STOPPED');
  const live = own.sort((a, b) => Number(a.desiredStatus === 'STOPPED') - Number(b.desiredStatus === 'STOPPED'));
  return {
    id: taskSet.id,
    status: taskSet.status,
    revision: revisionName(taskSet.taskDefinition),
    image: imageOf(sandbox, taskSet.taskDefinition),
    group: taskSet.loadBalancer.targetGroupArn,
    desired: computedDesired(service, taskSet),
    running: taskSet.running,
    pending: taskSet.pending,
    steady: taskSet.stability === 'STEADY_STATE',
    tasks: live.slice(0, MOST_TASKS).map((task) => taskView(sandbox, task)),
    tasksLeftOut: Math.max(0, live.length - MOST_TASKS),
  };
}

export function stoppedViews(sandbox: Sandbox, tasks: readonly Task[]): TaskView[] {
  return tasks
    .filter(({ status }) => status === 'STOPPED')
    .sort((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0))
    .slice(0, MOST_STOPPED)
    .map((task) => taskView(sandbox, task));
}
