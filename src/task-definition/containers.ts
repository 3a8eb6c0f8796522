import { StepError } from '../errors.ts';
import { type JsonObject, objectsIn } from '../json.ts';
import { type LoadedDefinition } from './definition.ts';

/** The container definitions in the order of the task definition. */
export function containersOf(body: JsonObject): readonly JsonObject[] {
  return objectsIn(body['containerDefinitions']);
}

export function containerNames(body: JsonObject): readonly string[] {
  return containersOf(body).flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
}

/** The container ports that `container` maps; empty where there is no such container. */
export function containerPorts(body: JsonObject, container: string): readonly number[] {
  return containersOf(body)
    .filter(({ name }) => name === container)
    .flatMap((found) => objectsIn(found['portMappings']))
    .flatMap((mapping) => {
      const port = mapping['containerPort'];
      return typeof port === 'number' ? [port] : [];
    });
}

/**
 * The container that the image and the other changes go to: the one that the inputs name, else the only one, else
 * the one behind the load balancer.
 * @throws StepError when the container is not in the definition.
 */
export function resolveContainer(
  loaded: LoadedDefinition,
  containerName: string | null,
  loadBalancerContainer: string,
): string {
  const names = containerNames(loaded.body);
  const [first, ...others] = names;
  if (containerName === null && first !== undefined && others.length === 0) return first;
  const wanted = containerName ?? loadBalancerContainer;
  if (names.includes(wanted)) return wanted;
  throw unknownContainers(loaded, [wanted]);
}

/** Names the containers that are not there, and those that are. */
export function unknownContainers(loaded: LoadedDefinition, wanted: readonly string[]): StepError {
  const quoted = wanted.map((name) => `'${name}'`).join(', ');
  const verb = wanted.length === 1 ? 'is' : 'are';
  const names = containerNames(loaded.body);
  return new StepError({
    tried: 'find the container to change',
    on: loaded.origin,
    why: `container ${quoted} ${verb} not in task definition ${loaded.origin}; it has: ${names.join(', ') || 'none'}`,
    repair: 'Name one of these in container-name (or images), or correct the name in the task definition.',
  });
}
