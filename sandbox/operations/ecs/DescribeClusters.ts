import { DescribeClusters$, type DescribeClustersRequest, type DescribeClustersResponse } from '@aws-sdk/client-ecs';
import { clusterArn, describeCluster, findCluster } from '../../ecs/clusters.ts';
import { operation } from '../../operation.ts';

export const describeClusters = operation<DescribeClustersRequest, DescribeClustersResponse>(
  DescribeClusters$,
  (input, { world }) => {
    const asked = input.clusters?.length ? input.clusters : ['default'];
    const found = asked.map((name) => ({ name, cluster: findCluster(world, name) }));
    return {
      clusters: found.flatMap(({ cluster }) => (cluster ? [describeCluster(world, cluster)] : [])),
      failures: found.flatMap(({ name, cluster }) =>
        cluster ? [] : [{ arn: clusterArn(world, name), reason: 'MISSING' }],
      ),
    };
  },
);
