import {
  type Deployment,
  type NetworkConfiguration,
  type Service as ServiceDescription,
  type TaskSet as TaskSetDescription,
} from '@aws-sdk/client-ecs';
import { type Settings } from '../settings.ts';
import { type Service, type TaskSet } from '../world/ecs.ts';
import { computedDesired } from './scheduler.ts';

/** ECS API, DeploymentConfiguration: what holds where the service names nothing else. */
const defaultPercents = { maximumPercent: 200, minimumHealthyPercent: 100 };

/** A service as DescribeServices shows it. `deployments` is empty under CODE_DEPLOY, `taskSets` under ECS. */
export function describeService(service: Service, { taskSetStartedBy: startedBy }: Settings): ServiceDescription {
  const primary = service.taskSets.find((taskSet) => taskSet.status === 'PRIMARY');
  const sum = (count: (taskSet: TaskSet) => number): number =>
    service.taskSets.reduce((total, taskSet) => total + count(taskSet), 0);
  return {
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.clusterArn,
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: sum((taskSet) => taskSet.running),
    pendingCount: sum((taskSet) => taskSet.pending),
    taskDefinition: service.taskDefinition,
    deploymentController: { type: service.controller },
    deployments: service.controller === 'ECS' ? [rollingDeployment(service)] : [],
    taskSets: service.taskSets.map((taskSet) => describeTaskSet(service, taskSet, startedBy)),
    events: service.events.map(({ id, createdAt, message }) => ({ id, createdAt: new Date(createdAt), message })),
    createdAt: new Date(service.createdAt),
    healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds,
    schedulingStrategy: 'REPLICA',
    serviceRegistries: [],
    placementConstraints: [],
    placementStrategy: [],
    enableECSManagedTags: false,
    enableExecuteCommand: false,
    propagateTags: 'NONE',
    ...service.recorded,
    deploymentConfiguration: { ...defaultPercents, ...service.recorded?.deploymentConfiguration },
    loadBalancers: [],
    ...(primary && placement(primary)),
  };
}

type Placement = Pick<
  TaskSetDescription,
  | 'loadBalancers'
  | 'launchType'
  | 'platformVersion'
  | 'platformFamily'
  | 'networkConfiguration'
  | 'capacityProviderStrategy'
>;

function placement(taskSet: TaskSet): Placement {
  return {
    loadBalancers: [{ ...taskSet.loadBalancer }],
    launchType: taskSet.launchType ?? undefined,
    platformVersion: taskSet.platformVersion ?? undefined,
    // Of tasks on Fargate only (ECS API: Service.platformFamily); Windows is not emulated.
    platformFamily: taskSet.platformVersion === null ? undefined : 'Linux',
    networkConfiguration: network(taskSet),
    capacityProviderStrategy: taskSet.capacityProviders.map((each) => ({ ...each })),
  };
}

function network({ network: given }: TaskSet): NetworkConfiguration | undefined {
  if (!given) return undefined;
  const { subnets, securityGroups, assignPublicIp } = given.awsvpcConfiguration;
  return { awsvpcConfiguration: { subnets, securityGroups, assignPublicIp } };
}

export function describeTaskSet(service: Service, taskSet: TaskSet, startedBy: string): TaskSetDescription {
  return {
    id: taskSet.id,
    taskSetArn: taskSet.arn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    startedBy,
    externalId: taskSet.externalId ?? undefined,
    status: taskSet.status,
    taskDefinition: taskSet.taskDefinition,
    computedDesiredCount: computedDesired(service, taskSet),
    pendingCount: taskSet.pending,
    runningCount: taskSet.running,
    createdAt: new Date(taskSet.createdAt),
    updatedAt: new Date(taskSet.updatedAt),
    ...placement(taskSet),
    serviceRegistries: [],
    scale: { value: taskSet.scale, unit: 'PERCENT' },
    stabilityStatus: taskSet.stability,
    stabilityStatusAt: new Date(taskSet.stabilityAt),
    tags: [],
  };
}

/** The rolling controller is recorded only: it starts no tasks here. */
function rollingDeployment(service: Service): Deployment {
  return {
    id: `ecs-svc/${service.createdAt}`,
    status: 'PRIMARY',
    taskDefinition: service.taskDefinition,
    desiredCount: service.desiredCount,
    pendingCount: 0,
    runningCount: 0,
    failedTasks: 0,
    createdAt: new Date(service.createdAt),
    updatedAt: new Date(service.createdAt),
    rolloutState: 'IN_PROGRESS',
  };
}
