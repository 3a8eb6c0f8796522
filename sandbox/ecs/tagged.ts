import { AwsError } from '../operation.ts';
import { type Tag } from '../world/ecs.ts';
import { type World } from '../world/world.ts';

interface Tagged {
  tags: readonly Tag[];
}

/** What carries tags, by its ARN: a cluster, a service or a task definition. Throws InvalidParameterException. */
export function taggedResource(world: World, arn: string | undefined): Tagged {
  const { clusters, services, taskDefinitions } = world.ecs;
  const found = [clusters, services, taskDefinitions].map((map) => map.get(arn ?? '')).find((one) => one !== undefined);
  if (found) return found;
  throw new AwsError('InvalidParameterException', `The specified resource '${String(arn)}' is not one with tags here.`);
}
