import { arn, taskSetId } from '../ids.ts';
import { type Sandbox } from '../operation.ts';
import {
  type CapacityProvider,
  type LoadBalancerBinding,
  type NetworkConfiguration,
  type Service,
  type TaskSet,
} from '../world/ecs.ts';
import { recordEvent } from './events.ts';
import { computedDesired, fill } from './scheduler.ts';
import { stopTask } from './stop-task.ts';
import { recordStopped } from './task-events.ts';
import { liveTasks } from './tasks.ts';

export interface TaskSetSpec {
  /** ARN, with its revision. */
  readonly taskDefinition: string;
  readonly loadBalancer: LoadBalancerBinding;
  readonly network: NetworkConfiguration | null;
  readonly capacityProviders: readonly CapacityProvider[];
  readonly launchType: 'FARGATE' | 'EC2' | null;
  readonly platformVersion: string | null;
  /** The CodeDeploy deployment that makes it; null for the first, made with the service. */
  readonly externalId: string | null;
  readonly status: 'PRIMARY' | 'ACTIVE';
}

/** Puts a task set into the service and starts its tasks, which come up over the clock. */
export function createTaskSet(sandbox: Sandbox, service: Service, spec: TaskSetSpec): TaskSet {
  const { world, clock, random } = sandbox;
  const id = taskSetId(random);
  const cluster = service.clusterArn.slice(service.clusterArn.lastIndexOf('/') + 1);
  const now = clock.now();
  const taskSet: TaskSet = {
    ...spec,
    id,
    arn: arn(world, 'ecs', `task-set/${cluster}/${service.name}/${id}`),
    createdAt: now,
    updatedAt: now,
    stability: 'STABILIZING',
    stabilityAt: now,
    scale: 100,
    running: 0,
    pending: 0,
  };
  service.taskSets.push(taskSet);
  const desired = String(computedDesired(service, taskSet));
  recordEvent(sandbox, service, `updated computedDesiredCount for taskSet ${id} to ${desired}.`);
  fill(sandbox, service, taskSet);
  return taskSet;
}

export function findTaskSet(service: Service, id: string): TaskSet | undefined {
  return service.taskSets.find((taskSet) => taskSet.id === id || taskSet.arn === id);
}

/** True when every desired task runs and is healthy; at once for a desired count of 0. */
export function isSteady(taskSet: TaskSet): boolean {
  return taskSet.stability === 'STEADY_STATE';
}

/** Makes the set the PRIMARY one and every other ACTIVE; the service's own task definition follows. */
export function setPrimary(service: Service, id: string): void {
  const primary = findTaskSet(service, id);
  if (!primary) throw new Error(`Service ${service.name} has no task set ${id} to make PRIMARY.`);
  for (const taskSet of service.taskSets) {
    if (taskSet.status === 'PRIMARY') taskSet.status = 'ACTIVE';
  }
  primary.status = 'PRIMARY';
  service.taskDefinition = primary.taskDefinition;
}

/** Takes a set out of the service and drains it. A set that is no longer there is no fault. */
export function removeTaskSet(sandbox: Sandbox, service: Service, id: string): void {
  const taskSet = findTaskSet(service, id);
  if (!taskSet) return;
  drainTaskSet(sandbox, service, id);
  service.taskSets = service.taskSets.filter((other) => other !== taskSet);
}

/** DRAINING: its targets are deregistered, then its tasks stop. A set that is no longer there is no fault. */
export function drainTaskSet(sandbox: Sandbox, service: Service, id: string): void {
  const taskSet = findTaskSet(service, id);
  if (!taskSet) return;
  taskSet.status = 'DRAINING';
  const tasks = liveTasks(sandbox, taskSet);
  for (const task of tasks) {
    stopTask(sandbox, task, {
      code: 'ServiceSchedulerInitiated',
      reason: `Scaling activity initiated by (deployment ${taskSet.id})`,
    });
  }
  recordStopped(sandbox, service, taskSet, tasks);
}
