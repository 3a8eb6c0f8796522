import { type Json, type JsonObject } from '../../json.ts';
import { isObject, memberOf, textOf } from '../template/shape.ts';
import { type ResourceContext } from './handler.ts';
import { listOf, stringOf } from './members.ts';

/**
 * The stack's tags, and the resource's own, which win. CloudFormation adds three of its own (`aws:cloudformation:…`),
 * which these services refuse from anyone else: they are left out here.
 */
export const tagMap = (properties: JsonObject, { stackTags }: ResourceContext): ReadonlyMap<string, string> =>
  new Map([...stackTags, ...listOf(properties['Tags']).flatMap(pairOf)]);

function pairOf(tag: Json): [string, string][] {
  const key = isObject(tag) ? stringOf(tag, 'Key') : undefined;
  return isObject(tag) && key !== undefined ? [[key, textOf(memberOf(tag, 'Value')) ?? '']] : [];
}

/** As ECS spells them. */
export const lowerTags = (properties: JsonObject, context: ResourceContext): JsonObject[] =>
  [...tagMap(properties, context)].map(([key, value]) => ({ key, value }));

/** As the other services spell them. */
export const upperTags = (properties: JsonObject, context: ResourceContext): JsonObject[] =>
  [...tagMap(properties, context)].map(([Key, Value]) => ({ Key, Value }));

export interface TagChange {
  readonly set: readonly (readonly [string, string])[];
  readonly unset: readonly string[];
}

/** What makes one set of tags of another. */
export function tagChange(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): TagChange {
  return {
    set: [...after].filter(([key, value]) => before.get(key) !== value),
    unset: [...before.keys()].filter((key) => !after.has(key)),
  };
}
