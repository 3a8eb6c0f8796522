import {
  type CreateClusterRequest,
  type CreateServiceRequest,
  type DeleteClusterRequest,
  type DescribeClustersRequest,
  type DescribeServicesRequest,
  type DescribeTaskSetsRequest,
  type DescribeTasksRequest,
  type ListServicesRequest,
  type ListTasksRequest,
  type RegisterTaskDefinitionRequest,
  type RunTaskRequest,
  type StopTaskRequest,
  type Tag,
  type UpdateServiceRequest,
} from '@aws-sdk/client-ecs';
import { clusterArn } from '../../ecs/clusters.ts';
import { findTaskDefinition } from '../../ecs/task-definitions.ts';
import { arn } from '../../ids.ts';
import { type World } from '../../world/world.ts';
import { about, anything, passes, type Rules, tagKeys, type Target } from './rule.ts';

const TASKS = 'ecs-tasks.amazonaws.com';

const last = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
const keysOf = (world: World, cluster = 'default') => ({ 'ecs:cluster': clusterArn(world, cluster) });

/** `kind/cluster/name`, with the cluster as its condition key. */
function inCluster(world: World, kind: string, cluster = 'default', name = ''): Target {
  const resource = name.startsWith('arn:') ? name : arn(world, 'ecs', `${kind}/${last(cluster)}/${name}`);
  return { resource, keys: keysOf(world, cluster) };
}

/** The roles of a task definition, and those that RunTask puts in their place. */
export function taskRoles(
  world: World,
  reference: string | undefined,
  overrides: { readonly taskRoleArn?: string | undefined; readonly executionRoleArn?: string | undefined } = {},
): readonly string[] {
  const body = findTaskDefinition(world, reference ?? '')?.body ?? {};
  const roles = [
    overrides.taskRoleArn ?? body['taskRoleArn'],
    overrides.executionRoleArn ?? body['executionRoleArn'],
  ].filter((role) => typeof role === 'string');
  // ECS API, RegisterTaskDefinition: a role's short name stands for its ARN.
  return roles.map((role) =>
    role.startsWith('arn:') ? role : `arn:${world.partition}:iam::${world.account}:role/${role}`,
  );
}

/** ECS developer guide, "Tag resources on creation": ecs:TagResource with the name of the creating action. */
function tagging(tags: readonly Tag[] | undefined, by: string, resource: string): Target[] {
  if (tags === undefined || tags.length === 0) return [];
  return [{ action: 'ecs:TagResource', resource, keys: { 'ecs:CreateAction': by, ...tagKeys(tags) } }];
}

const onCluster = about<DeleteClusterRequest>(({ cluster = 'default' }, { world }) => [
  { resource: clusterArn(world, cluster) },
]);

interface OnService {
  readonly cluster?: string | undefined;
  readonly service?: string | undefined;
}
const onService = about<OnService>(({ cluster, service }, { world }) => [
  inCluster(world, 'service', cluster, service),
]);

const onNamed = about<{ readonly resourceArn?: string | undefined }>(({ resourceArn = '*' }) => [
  { resource: resourceArn },
]);

/** Its revision is not known before it is there. What AWS asks about is an open point: see the setting. */
const registers = about<RegisterTaskDefinitionRequest>(
  ({ family = '', tags, taskRoleArn, executionRoleArn }, { world, settings }) => {
    const revisions = arn(world, 'ecs', `task-definition/${family}:*`);
    return [
      { resource: settings.registerTaskDefinitionResource === '*' ? '*' : revisions, keys: tagKeys(tags ?? []) },
      ...tagging(tags, 'RegisterTaskDefinition', revisions),
      ...passes([taskRoleArn, executionRoleArn], TASKS),
    ];
  },
);

const runs = about<RunTaskRequest>(({ cluster, taskDefinition, tags, overrides }, { world }) => {
  const resource = findTaskDefinition(world, taskDefinition ?? '')?.arn ?? '*';
  const tasks = inCluster(world, 'task', cluster, '*').resource;
  return [
    { resource, keys: { ...keysOf(world, cluster), ...tagKeys(tags ?? []) } },
    ...tagging(tags, 'RunTask', tasks),
    ...passes(taskRoles(world, taskDefinition, overrides), TASKS),
  ];
});

const createsService = about<CreateServiceRequest>(
  ({ cluster, serviceName, taskDefinition, tags, role }, { world }) => {
    const target = inCluster(world, 'service', cluster, serviceName);
    return [
      { ...target, keys: { ...target.keys, ...tagKeys(tags ?? []) } },
      ...tagging(tags, 'CreateService', target.resource),
      ...passes(taskRoles(world, taskDefinition), TASKS),
      ...passes([role], 'ecs.amazonaws.com'),
    ];
  },
);

export const ecsActions: Rules = {
  CreateCluster: about<CreateClusterRequest>(({ clusterName = 'default', tags }, { world }) => {
    const resource = clusterArn(world, clusterName);
    return [{ resource, keys: tagKeys(tags ?? []) }, ...tagging(tags, 'CreateCluster', resource)];
  }),
  CreateService: createsService,
  DeleteCluster: onCluster,
  DeleteService: onService,
  DeregisterTaskDefinition: anything,
  DescribeClusters: about<DescribeClustersRequest>(({ clusters = ['default'] }, { world }) =>
    clusters.map((cluster) => ({ resource: clusterArn(world, cluster) })),
  ),
  DescribeServices: about<DescribeServicesRequest>(({ cluster, services = [] }, { world }) =>
    services.map((service) => inCluster(world, 'service', cluster, service)),
  ),
  DescribeTaskDefinition: anything,
  DescribeTaskSets: about<DescribeTaskSetsRequest>(({ cluster, service = '', taskSets = ['*'] }, { world }) =>
    taskSets.map((set) =>
      inCluster(world, 'task-set', cluster, set.startsWith('arn:') ? set : `${last(service)}/${set}`),
    ),
  ),
  DescribeTasks: about<DescribeTasksRequest>(({ cluster, tasks = [] }, { world }) =>
    tasks.map((task) => inCluster(world, 'task', cluster, task)),
  ),
  ListClusters: anything,
  ListServices: about<ListServicesRequest>(({ cluster }, { world }) => [
    { resource: '*', keys: keysOf(world, cluster) },
  ]),
  ListTagsForResource: onNamed,
  ListTaskDefinitionFamilies: anything,
  ListTaskDefinitions: anything,
  // On Fargate too: answers of AWS name `container-instance/CLUSTER/*` as the resource.
  ListTasks: about<ListTasksRequest>(({ cluster, containerInstance = '*' }, { world }) => [
    inCluster(world, 'container-instance', cluster, containerInstance),
  ]),
  RegisterTaskDefinition: registers,
  RunTask: runs,
  StopTask: about<StopTaskRequest>(({ cluster, task }, { world }) => [inCluster(world, 'task', cluster, task)]),
  TagResource: onNamed,
  UntagResource: onNamed,
  UpdateService: about<UpdateServiceRequest>(({ cluster, service, taskDefinition }, { world }) => [
    inCluster(world, 'service', cluster, service),
    ...(taskDefinition === undefined ? [] : passes(taskRoles(world, taskDefinition), TASKS)),
  ]),
};
