import { ListServices$, type ListServicesRequest, type ListServicesResponse } from '@aws-sdk/client-ecs';
import { clusterOf } from '../../ecs/clusters.ts';
import { page } from '../../ecs/pages.ts';
import { operation } from '../../operation.ts';

export const listServices = operation<ListServicesRequest, ListServicesResponse>(ListServices$, (input, { world }) => {
  const cluster = clusterOf(world, input.cluster);
  const arns = [...world.ecs.services.values()]
    .filter((service) => service.clusterArn === cluster.arn && service.status !== 'INACTIVE')
    .map((service) => service.arn);
  const { items, ...rest } = page(arns, input.nextToken, input.maxResults ?? 10);
  return { serviceArns: items, ...rest };
});
