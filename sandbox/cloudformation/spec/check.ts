import { type JsonObject } from '../../json.ts';

export interface TypeFacts {
  /** What GetAtt knows. */
  readonly attributes: readonly string[];
  readonly properties: readonly string[];
  /** The property that takes tags, and whether it is a list of Key and Value or a map; null: it takes none. */
  readonly tags: { readonly property: string; readonly as: 'list' | 'map' } | null;
}

/** null for a type that CloudFormation does not know. */
export function typeFacts(_type: string): TypeFacts | null {
  throw new Error('not written yet');
}

/**
 * Faults of resolved properties against CloudFormation's own resource specification: unknown, missing, of a wrong type, not
 * among the allowed values. Each names the place: `LoadBalancers[0].ContainerPort`. Empty: none.
 */
export function checkProperties(_type: string, _properties: JsonObject): readonly string[] {
  throw new Error('not written yet');
}
