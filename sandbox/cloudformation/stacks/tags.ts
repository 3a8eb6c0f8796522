import { type JsonObject } from '../../json.ts';
import { typeFacts } from '../spec/check.ts';
import { tagsOf } from '../spec/stack-tags.ts';

/** A resource's properties with the stack's tags among its own, which come first where both have a key. */
export function withStackTags(type: string, properties: JsonObject, tags: ReadonlyMap<string, string>): JsonObject {
  const taking = typeFacts(type)?.tags;
  const merged = tags.size > 0 ? tagsOf(type, properties, tags) : null;
  if (!taking || !merged) return properties;
  const asList = [...merged].map(([Key, Value]) => ({ Key, Value }));
  return { ...properties, [taking.property]: taking.as === 'map' ? Object.fromEntries(merged) : asList };
}
