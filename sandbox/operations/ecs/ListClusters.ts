import { ListClusters$, type ListClustersRequest, type ListClustersResponse } from '@aws-sdk/client-ecs';
import { page } from '../../ecs/pages.ts';
import { operation } from '../../operation.ts';

export const listClusters = operation<ListClustersRequest, ListClustersResponse>(ListClusters$, (input, { world }) => {
  const active = [...world.ecs.clusters.values()].filter((cluster) => cluster.status === 'ACTIVE');
  const { items, ...rest } = page(
    active.map((cluster) => cluster.arn),
    input.nextToken,
    input.maxResults,
  );
  return { clusterArns: items, ...rest };
});
