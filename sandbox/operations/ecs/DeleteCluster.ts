import { DeleteCluster$, type DeleteClusterRequest, type DeleteClusterResponse } from '@aws-sdk/client-ecs';
import { clusterOf, describeCluster } from '../../ecs/clusters.ts';
import { AwsError, operation } from '../../operation.ts';

/** Only one without services and tasks; it stays visible as INACTIVE (ECS API: DeleteCluster). */
export const deleteCluster = operation<DeleteClusterRequest, DeleteClusterResponse>(
  DeleteCluster$,
  (input, { world }) => {
    const cluster = clusterOf(world, input.cluster);
    const { services, tasks } = world.ecs;
    if ([...services.values()].some((one) => one.clusterArn === cluster.arn && one.status !== 'INACTIVE')) {
      throw new AwsError(
        'ClusterContainsServicesException',
        'The Cluster cannot be deleted while Services are active or draining.',
      );
    }
    if ([...tasks.values()].some((one) => one.clusterArn === cluster.arn && one.status !== 'STOPPED')) {
      throw new AwsError('ClusterContainsTasksException', 'The Cluster cannot be deleted while Tasks are active.');
    }
    cluster.status = 'INACTIVE';
    return { cluster: describeCluster(world, cluster) };
  },
);
