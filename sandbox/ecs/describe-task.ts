import { type Task as TaskDescription } from '@aws-sdk/client-ecs';
import { type Service, type Task, type TaskSet } from '../world/ecs.ts';
import { type World } from '../world/world.ts';
import { taskId } from './tasks.ts';

const date = (at: number | null): Date | undefined => (at === null ? undefined : new Date(at));

export function describeTask(world: World, task: Task): TaskDescription {
  const service = world.ecs.services.get(task.serviceArn);
  const taskSet = service?.taskSets.find((each) => each.id === task.startedBy);
  const { cpu, memory } = world.ecs.taskDefinitions.get(task.taskDefinition)?.body ?? {};
  return {
    taskArn: task.arn,
    clusterArn: task.clusterArn,
    taskDefinitionArn: task.taskDefinition,
    startedBy: task.startedBy,
    group: service && `service:${service.name}`,
    lastStatus: task.status,
    desiredStatus: task.desiredStatus,
    healthStatus: healthStatus(task),
    cpu: typeof cpu === 'string' ? cpu : undefined,
    memory: typeof memory === 'string' ? memory : undefined,
    createdAt: date(task.createdAt),
    startedAt: date(task.startedAt),
    stoppingAt: date(task.stoppingAt),
    stoppedAt: date(task.stoppedAt),
    stoppedReason: task.stoppedReason ?? undefined,
    stopCode: task.stopCode ?? undefined,
    connectivity: task.status === 'RUNNING' ? 'CONNECTED' : undefined,
    version: 1,
    attachments: [attachment(task)],
    containers: describeContainers(task),
    tags: [],
    ...placement(taskSet, service),
  };
}

function describeContainers(task: Task): NonNullable<TaskDescription['containers']> {
  const id = taskId(task);
  return task.containers.map((container, index) => ({
    containerArn: `${task.arn.replace(':task/', ':container/')}/${index}`,
    taskArn: task.arn,
    name: container.name,
    image: container.image,
    lastStatus: container.status,
    exitCode: container.exitCode,
    reason: container.reason,
    runtimeId: `${id}-${index}`,
    healthStatus: container.health,
    networkInterfaces: [{ attachmentId: id, privateIpv4Address: task.address }],
  }));
}

/** UNHEALTHY where an essential container is, HEALTHY where all that check themselves are (ECS API: Task.healthStatus). */
function healthStatus({ containers }: Task): NonNullable<TaskDescription['healthStatus']> {
  const states = containers.filter(({ essential }) => essential).map(({ health }) => health);
  if (states.includes('UNHEALTHY')) return 'UNHEALTHY';
  return states.length > 0 && states.every((state) => state === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
}

/** A Fargate task's network interface, where clients look for its address. */
function attachment(task: Task): NonNullable<TaskDescription['attachments']>[number] {
  return {
    id: taskId(task),
    type: 'ElasticNetworkInterface',
    status: task.status === 'STOPPED' ? 'DELETED' : task.status === 'RUNNING' ? 'ATTACHED' : 'PRECREATED',
    details: [{ name: 'privateIPv4Address', value: task.address }],
  };
}

function placement(taskSet: TaskSet | undefined, service: Service | undefined): Partial<TaskDescription> {
  if (!taskSet || !service) return {};
  const provider = taskSet.capacityProviders[0]?.capacityProvider;
  return {
    launchType: taskSet.launchType ?? (provider ? undefined : 'FARGATE'),
    capacityProviderName: provider,
    platformVersion: taskSet.platformVersion ?? undefined,
  };
}
