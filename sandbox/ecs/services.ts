import { AwsError } from '../operation.ts';
import { type Service } from '../world/ecs.ts';
import { type World } from '../world/world.ts';
import { clusterOf, findCluster } from './clusters.ts';

/** The service of that name or ARN in that cluster (without one, `default`), whatever its status. */
export function findService(
  world: World,
  clusterNameOrArn: string | undefined,
  serviceNameOrArn: string,
): Service | undefined {
  const cluster = findCluster(world, clusterNameOrArn);
  return [...world.ecs.services.values()].find(
    (service) =>
      service.clusterArn === cluster?.arn && (service.name === serviceNameOrArn || service.arn === serviceNameOrArn),
  );
}

/** Throws ClusterNotFoundException, ServiceNotFoundException, or ServiceNotActiveException. */
export function activeService(world: World, cluster: string | undefined, name: string | undefined): Service {
  clusterOf(world, cluster);
  const service = findService(world, cluster, name ?? '');
  if (!service) throw new AwsError('ServiceNotFoundException', 'Service not found.');
  if (service.status !== 'ACTIVE') throw new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.');
  return service;
}
