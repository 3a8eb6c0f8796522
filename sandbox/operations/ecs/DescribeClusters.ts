import {
  type Cluster as ClusterDescription,
  DescribeClusters$,
  type DescribeClustersRequest,
  type DescribeClustersResponse,
} from '@aws-sdk/client-ecs';
import { clusterArn, describeCluster, findCluster } from '../../ecs/clusters.ts';
import { operation } from '../../operation.ts';
import { type Cluster } from '../../world/ecs.ts';
import { type World } from '../../world/world.ts';

/** Tags and settings are left out unless they are asked for (ECS API: DescribeClusters, `include`). */
function described(world: World, cluster: Cluster, include: readonly string[]): ClusterDescription {
  const { tags = [], settings = [], ...rest } = describeCluster(world, cluster);
  return {
    ...rest,
    tags: include.includes('TAGS') ? tags : [],
    settings: include.includes('SETTINGS') ? settings : [],
  };
}

export const describeClusters = operation<DescribeClustersRequest, DescribeClustersResponse>(
  DescribeClusters$,
  (input, { world }) => {
    const asked = input.clusters?.length ? input.clusters : ['default'];
    const found = asked.map((name) => ({ name, cluster: findCluster(world, name) }));
    return {
      clusters: found.flatMap(({ cluster }) => (cluster ? [described(world, cluster, input.include ?? [])] : [])),
      failures: found.flatMap(({ name, cluster }) =>
        cluster ? [] : [{ arn: clusterArn(world, name), reason: 'MISSING' }],
      ),
    };
  },
);
