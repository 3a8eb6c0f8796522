import { CreateCluster$, type CreateClusterRequest, type CreateClusterResponse } from '@aws-sdk/client-ecs';
import { describeCluster, findCluster } from '../../ecs/clusters.ts';
import { tagsOf } from '../../ecs/tags.ts';
import { arn } from '../../ids.ts';
import { AwsError, operation } from '../../operation.ts';
import { type Cluster } from '../../world/ecs.ts';

/** A cluster that is already there is answered as it is, as on AWS. */
export const createCluster = operation<CreateClusterRequest, CreateClusterResponse>(
  CreateCluster$,
  (input, sandbox) => {
    const { world } = sandbox;
    const name = input.clusterName ?? 'default';
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) {
      throw new AwsError(
        'InvalidParameterException',
        'Identifiers may only contain letters, numbers, hyphens and underscores.',
      );
    }
    const existing = findCluster(world, name);
    if (existing?.status === 'ACTIVE') return { cluster: describeCluster(world, existing) };
    const cluster: Cluster = {
      arn: arn(world, 'ecs', `cluster/${name}`),
      name,
      tags: tagsOf(input.tags),
      status: 'ACTIVE',
      settings: input.settings,
      configuration: input.configuration,
      capacityProviders: input.capacityProviders,
      defaultCapacityProviderStrategy: input.defaultCapacityProviderStrategy,
    };
    world.ecs.clusters.set(cluster.arn, cluster);
    return { cluster: describeCluster(world, cluster) };
  },
);
