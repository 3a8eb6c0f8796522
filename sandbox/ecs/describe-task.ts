import { type ContainerOverride, type Task as TaskDescription } from '@aws-sdk/client-ecs';
import { type JsonObject } from '../json.ts';
import { type Task, type TaskStatus } from '../world/ecs.ts';
import { type World } from '../world/world.ts';
import { isObject } from './containers.ts';
import { definitionsOf, describeContainers } from './describe-containers.ts';
import { bodyOf } from './overrides.ts';
import { interfaceOf, isPrivate, zoneOf } from './network-interface.ts';
import { taskId } from './tasks.ts';

/** Fargate's ephemeral storage unless a definition says otherwise (ECS API: EphemeralStorage). */
const STORAGE_GIB = 20;
/** What LATEST is on Linux (ECS Developer Guide, "Fargate platform versions"). */
const LATEST = '1.4.0';

const date = (at: number | null): Date | undefined => (at === null ? undefined : new Date(at));

/** As DescribeTasks and StopTask show it (members as in AWS CLI 1.46.3, examples of ecs describe-tasks). */
export function describeTask(world: World, task: Task): TaskDescription {
  const body = bodyOf(world, task);
  return {
    taskArn: task.arn,
    clusterArn: task.clusterArn,
    taskDefinitionArn: task.taskDefinition,
    startedBy: task.startedBy ?? undefined,
    group: task.group,
    lastStatus: task.status,
    desiredStatus: task.desiredStatus,
    healthStatus: healthStatus(task),
    cpu: sizeOf(body, 'cpu'),
    memory: sizeOf(body, 'memory'),
    ...times(task),
    stoppedReason: task.stoppedReason ?? undefined,
    stopCode: task.stopCode ?? undefined,
    connectivity: task.connectedAt === null ? undefined : 'CONNECTED',
    version: versions[task.status],
    attachments: isPrivate(task) ? [interfaceOf(world, task)] : [],
    attributes: [{ name: 'ecs.cpu-architecture', value: architecture(body) }],
    containers: describeContainers(task, body, taskId(task)),
    overrides: { ...task.overrides, containerOverrides: overridesOf(task), inferenceAcceleratorOverrides: [] },
    enableExecuteCommand: false,
    tags: [],
    ...placement(world, task, body),
  };
}

/** With an entry for each container, whether or not it was changed. */
function overridesOf({ containers, overrides }: Task): ContainerOverride[] {
  const given = overrides?.containerOverrides ?? [];
  return containers.map(({ name }) => given.find((each) => each.name === name) ?? { name });
}

/** A pull is known to have begun when the task is PENDING, and to have ended when it is RUNNING or STOPPED (assumed). */
function times(task: Task): Partial<TaskDescription> {
  return {
    createdAt: date(task.createdAt),
    connectivityAt: date(task.connectedAt),
    pullStartedAt: date(task.connectedAt),
    pullStoppedAt: task.connectedAt === null ? undefined : date(task.startedAt ?? task.stoppedAt),
    startedAt: date(task.startedAt),
    stoppingAt: date(task.stoppingAt),
    executionStoppedAt: task.startedAt === null ? undefined : date(task.stoppedAt),
    stoppedAt: date(task.stoppedAt),
  };
}

/** Goes up with each change that ECS tells EventBridge of (ECS API: Task.version). */
const versions: Readonly<Record<TaskStatus, number>> = {
  PROVISIONING: 1,
  PENDING: 2,
  ACTIVATING: 3,
  RUNNING: 3,
  DEACTIVATING: 4,
  STOPPING: 5,
  DEPROVISIONING: 6,
  STOPPED: 7,
};

/** Of the task, or else of its containers together. */
function sizeOf(body: JsonObject, name: 'cpu' | 'memory'): string | undefined {
  const own = body[name];
  if (typeof own === 'string' || typeof own === 'number') return String(own);
  const sizes = definitionsOf(body).map((definition) => definition[name]);
  const known = sizes.filter((size) => typeof size === 'number');
  return known.length > 0 ? String(known.reduce((sum, size) => sum + size, 0)) : undefined;
}

function architecture({ runtimePlatform: platform }: JsonObject): string {
  return isObject(platform) && platform['cpuArchitecture'] === 'ARM64' ? 'arm64' : 'x86_64';
}

/** UNHEALTHY where an essential container is, HEALTHY where all that check themselves are (ECS API: Task.healthStatus). */
function healthStatus({ containers }: Task): NonNullable<TaskDescription['healthStatus']> {
  const states = containers.filter(({ essential }) => essential).map(({ health }) => health);
  if (states.includes('UNHEALTHY')) return 'UNHEALTHY';
  return states.length > 0 && states.every((state) => state === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
}

function placement(world: World, { placement: where }: Task, body: JsonObject): Partial<TaskDescription> {
  const storage = body['ephemeralStorage'];
  const asked = isObject(storage) ? storage['sizeInGiB'] : undefined;
  return {
    launchType: where.capacityProvider === null ? (where.launchType ?? 'FARGATE') : undefined,
    capacityProviderName: where.capacityProvider ?? undefined,
    availabilityZone: zoneOf(world, where),
    ...(where.platformVersion !== null && {
      platformVersion: where.platformVersion === 'LATEST' ? LATEST : where.platformVersion,
      platformFamily: 'Linux',
      ephemeralStorage: { sizeInGiB: typeof asked === 'number' ? asked : STORAGE_GIB },
    }),
  };
}
