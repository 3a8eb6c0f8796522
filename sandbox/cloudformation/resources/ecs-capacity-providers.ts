import { clusterOf } from '../../ecs/clusters.ts';
import { type JsonObject } from '../../json.ts';
import { type Sandbox } from '../../operation.ts';
import { type ResourceHandler } from './handler.ts';
import { stringOf } from './members.ts';
import { camelCased } from './typed.ts';

/** As DescribeClusters shows them; which provider a task gets is not decided here. */
function associate(sandbox: Sandbox, cluster: string, properties: JsonObject | null): void {
  const { capacityProviders, defaultCapacityProviderStrategy } = properties
    ? camelCased('AWS::ECS::ClusterCapacityProviderAssociations', properties)
    : {};
  Object.assign(clusterOf(sandbox.world, cluster), { capacityProviders, defaultCapacityProviderStrategy });
}

export const capacityProvidersHandler: ResourceHandler = {
  create(properties, { sandbox }) {
    const cluster = stringOf(properties, 'Cluster') ?? '';
    associate(sandbox, cluster, properties);
    return { physicalId: cluster, ref: cluster, attributes: {} };
  },
  update(made, properties, _previous, { sandbox }) {
    associate(sandbox, made.physicalId, properties);
    return made;
  },
  remove(made, _properties, { sandbox }) {
    associate(sandbox, made.physicalId, null);
  },
};
