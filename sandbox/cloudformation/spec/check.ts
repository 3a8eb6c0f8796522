import { type JsonObject } from '../../json.ts';
import { checkMembers } from './check-value.ts';
import { resourceOf } from './database.ts';

export interface TypeFacts {
  /** What GetAtt knows. */
  readonly attributes: readonly string[];
  readonly properties: readonly string[];
  /** The property that takes tags, and whether it is a list of Key and Value or a map; null: it takes none. */
  readonly tags: { readonly property: string; readonly as: 'list' | 'map' } | null;
}

/** null for a type that CloudFormation does not know. */
export function typeFacts(type: string): TypeFacts | null {
  const resource = resourceOf(type);
  if (!resource) return null;
  const { tagInformation } = resource;
  return {
    attributes: Object.keys(resource.attributes),
    properties: Object.keys(resource.properties),
    tags: tagInformation
      ? { property: tagInformation.tagPropertyName, as: tagInformation.variant === 'map' ? 'map' : 'list' }
      : null,
  };
}

/**
 * Faults of resolved properties against CloudFormation's own resource specification: unknown, missing, of a wrong type, not
 * among the allowed values. Each names the place: `LoadBalancers[0].ContainerPort`. Empty: none.
 */
export function checkProperties(type: string, properties: JsonObject): readonly string[] {
  const resource = resourceOf(type);
  return resource ? checkMembers(properties, resource.properties, '') : [`Unrecognized resource type: ${type}`];
}
