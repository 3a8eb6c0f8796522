import { createCluster } from '../../operations/ecs/CreateCluster.ts';
import { deleteCluster } from '../../operations/ecs/DeleteCluster.ts';
import { findCluster } from '../../ecs/clusters.ts';
import { arn } from '../../ids.ts';
import { type JsonObject } from '../../json.ts';
import { AwsError, type Sandbox } from '../../operation.ts';
import { type Cluster } from '../../world/ecs.ts';
import { type Made } from '../template/template.ts';
import { call } from './call.ts';
import { changeEcsTags } from './ecs-tags.ts';
import { type ResourceContext, type ResourceHandler } from './handler.ts';
import { stringOf } from './members.ts';
import { generatedName } from './names.ts';
import { lowerTags } from './tags.ts';
import { camelCased } from './typed.ts';

const TYPE = 'AWS::ECS::Cluster';

const madeOf = (sandbox: Sandbox, name: string): Made => ({
  physicalId: name,
  ref: name,
  attributes: { Arn: arn(sandbox.world, 'ecs', `cluster/${name}`) },
});

const inputOf = (name: string, properties: JsonObject, context: ResourceContext): JsonObject => {
  const { clusterSettings: settings, ...members } = camelCased(TYPE, properties);
  return { ...members, settings, clusterName: name, tags: lowerTags(properties, context) };
};

/** ECS answers a name that is taken with the cluster that has it; a stack must not take that for its own. */
export const clusterHandler: ResourceHandler = {
  async create(properties, context) {
    const { sandbox } = context;
    const name = stringOf(properties, 'ClusterName') ?? generatedName(context);
    if (findCluster(sandbox.world, name)?.status === 'ACTIVE') {
      throw new AwsError('AlreadyExists', `Resource of type '${TYPE}' with identifier '${name}' already exists.`);
    }
    await call(createCluster, inputOf(name, properties, context), sandbox);
    return madeOf(sandbox, name);
  },
  async update(made, properties, _previous, context) {
    const { sandbox } = context;
    const cluster = findCluster(sandbox.world, made.physicalId);
    if (!cluster) throw new AwsError('ClusterNotFoundException', 'Cluster not found.');
    const { configuration, settings } = inputOf(cluster.name, properties, context);
    Object.assign(cluster, { configuration, settings } satisfies Partial<Record<keyof Cluster, unknown>>);
    await changeEcsTags(cluster.arn, properties, context);
    return made;
  },
  async remove(made, _properties, { sandbox }) {
    await call(deleteCluster, { cluster: made.physicalId }, sandbox);
  },
};
