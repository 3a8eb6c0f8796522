import { type Cluster as ClusterDescription } from '@aws-sdk/client-ecs';
import { arn } from '../ids.ts';
import { AwsError } from '../operation.ts';
import { type Cluster } from '../world/ecs.ts';
import { type World } from '../world/world.ts';

/** By name or ARN; without either it is `default`, as in ECS. */
export function findCluster(world: World, nameOrArn = 'default'): Cluster | undefined {
  return [...world.ecs.clusters.values()].find((cluster) => cluster.name === nameOrArn || cluster.arn === nameOrArn);
}

/** Throws ClusterNotFoundException: for a deleted one too, which DescribeClusters still shows as INACTIVE. */
export function clusterOf(world: World, nameOrArn: string | undefined): Cluster {
  const cluster = findCluster(world, nameOrArn);
  if (cluster?.status !== 'ACTIVE') throw new AwsError('ClusterNotFoundException', 'Cluster not found.');
  return cluster;
}

export const clusterArn = (world: World, nameOrArn: string): string =>
  nameOrArn.startsWith('arn:') ? nameOrArn : arn(world, 'ecs', `cluster/${nameOrArn}`);

export function describeCluster(world: World, cluster: Cluster): ClusterDescription {
  const tasks = [...world.ecs.tasks.values()].filter((task) => task.clusterArn === cluster.arn);
  const services = [...world.ecs.services.values()].filter((service) => service.clusterArn === cluster.arn);
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: 0,
    runningTasksCount: tasks.filter((task) => task.status === 'RUNNING').length,
    pendingTasksCount: tasks.filter((task) => task.status === 'PROVISIONING' || task.status === 'PENDING').length,
    activeServicesCount: services.filter((service) => service.status === 'ACTIVE').length,
    tags: [...cluster.tags],
    settings: [...(cluster.settings ?? [{ name: 'containerInsights', value: 'disabled' } as const])],
    ...(cluster.configuration && { configuration: cluster.configuration }),
    capacityProviders: [...(cluster.capacityProviders ?? [])],
    defaultCapacityProviderStrategy: [...(cluster.defaultCapacityProviderStrategy ?? [])],
    statistics: [],
  };
}
