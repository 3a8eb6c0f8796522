import { type TaskOverride } from '@aws-sdk/client-ecs';
import { arn } from '../ids.ts';
import { type Sandbox } from '../operation.ts';
import { type TaskLaunch } from '../runtime/runtime.ts';
import { type Service, type Tag, type Task, type TaskPlacement, type TaskSet } from '../world/ecs.ts';

/** A task that is wanted, by a service or by RunTask. */
export interface TaskOrder {
  readonly clusterArn: string;
  /** ARN, with its revision. */
  readonly taskDefinition: string;
  /** null for a task of its own, which no one replaces. */
  readonly owner: { readonly service: Service; readonly taskSet: TaskSet } | null;
  readonly startedBy: string | null;
  readonly group: string;
  readonly placement: TaskPlacement;
  readonly overrides: TaskOverride | null;
  readonly tags: readonly Tag[];
}

/** A task set's next task, `before` of its tasks after the first. */
export function orderOf(service: Service, taskSet: TaskSet, before: number): TaskOrder {
  return {
    clusterArn: service.clusterArn,
    taskDefinition: taskSet.taskDefinition,
    owner: { service, taskSet },
    startedBy: taskSet.id,
    group: `service:${service.name}`,
    placement: placementOf(taskSet, before),
    overrides: null,
    tags: [],
  };
}

/** Puts a task into the world; nothing runs yet. */
export function createTask(sandbox: Sandbox, order: TaskOrder, launch: TaskLaunch): Task {
  const { world, clock, random } = sandbox;
  const octet = (): number => 1 + Math.floor(random() * 254);
  const { owner, ...rest } = order;
  const task: Task = {
    ...rest,
    arn: arn(world, 'ecs', `task/${launch.cluster}/${launch.taskId}`),
    serviceArn: owner?.service.arn ?? null,
    createdAt: clock.now(),
    address: `10.0.${octet()}.${octet()}`,
    containers: launch.containers.map(({ name, image, essential }) => ({
      name,
      image,
      essential,
      status: 'PENDING',
      health: 'UNKNOWN',
    })),
    connectedAt: null,
    status: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    healthy: false,
    startedAt: null,
    stoppingAt: null,
    stoppedAt: null,
    stoppedReason: null,
    stopCode: null,
  };
  world.ecs.tasks.set(task.arn, task);
  return task;
}

type Placed = Pick<TaskSet, 'network' | 'capacityProviders' | 'platformVersion'> & Pick<TaskPlacement, 'launchType'>;

/** Tasks are spread over the given subnets in turn. */
export function placementOf({ network, ...placed }: Placed, before: number): TaskPlacement {
  const subnets = network?.awsvpcConfiguration.subnets ?? [];
  const index = before % Math.max(1, subnets.length);
  const id = subnets[index];
  return {
    launchType: placed.launchType,
    capacityProvider: placed.capacityProviders[0]?.capacityProvider ?? null,
    platformVersion: placed.platformVersion,
    subnet: id === undefined ? null : { id, index },
  };
}
