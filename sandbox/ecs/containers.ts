import { type JsonObject, type Json } from '../json.ts';
import { type World } from '../world/world.ts';

export interface ContainerImage {
  readonly name: string;
  readonly image: string;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string, or an empty one for anything else. */
export const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** The containers that a task of this task definition runs; none for an ARN that was never registered. */
export function containersOf(world: World, taskDefinitionArn: string): ContainerImage[] {
  const definitions = world.ecs.taskDefinitions.get(taskDefinitionArn)?.body['containerDefinitions'];
  if (!Array.isArray(definitions)) return [];
  return (definitions as readonly Json[]).filter(isObject).map((definition) => ({
    name: text(definition['name']),
    image: text(definition['image']),
  }));
}
