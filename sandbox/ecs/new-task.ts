import { arn } from '../ids.ts';
import { type Sandbox } from '../operation.ts';
import { type TaskLaunch } from '../runtime/runtime.ts';
import { type Service, type Task, type TaskPlacement, type TaskSet } from '../world/ecs.ts';

/** Puts a task into the world, `before` tasks of its set after the first; nothing runs yet. */
export function createTask(
  sandbox: Sandbox,
  service: Service,
  taskSet: TaskSet,
  launch: TaskLaunch,
  before: number,
): Task {
  const { world, clock, random } = sandbox;
  const octet = (): number => 1 + Math.floor(random() * 254);
  const task: Task = {
    arn: arn(world, 'ecs', `task/${launch.cluster}/${launch.taskId}`),
    clusterArn: service.clusterArn,
    serviceArn: service.arn,
    taskDefinition: taskSet.taskDefinition,
    startedBy: taskSet.id,
    createdAt: clock.now(),
    address: `10.0.${octet()}.${octet()}`,
    placement: placementOf(taskSet, before),
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

/** Tasks are spread over the service's subnets in turn. */
function placementOf({ network, ...taskSet }: TaskSet, before: number): TaskPlacement {
  const subnets = network?.awsvpcConfiguration.subnets ?? [];
  const index = before % Math.max(1, subnets.length);
  const id = subnets[index];
  return {
    launchType: taskSet.launchType,
    capacityProvider: taskSet.capacityProviders[0]?.capacityProvider ?? null,
    platformVersion: taskSet.platformVersion,
    subnet: id === undefined ? null : { id, index },
  };
}
