/** A stack's tags on its resources. A resource's own tag of the same key comes first. */
import { type Json, type JsonObject } from '../../json.ts';
import { typeFacts } from '../spec/check.ts';

export function withStackTags(type: string, properties: JsonObject, tags: ReadonlyMap<string, string>): JsonObject {
  const taking = typeFacts(type)?.tags;
  if (!taking || tags.size === 0) return properties;
  const { property, as } = taking;
  const own = properties[property];
  return { ...properties, [property]: as === 'map' ? mapTags(own, tags) : listTags(own, tags) };
}

function mapTags(own: Json | undefined, tags: ReadonlyMap<string, string>): JsonObject {
  const given = typeof own === 'object' && own !== null && !Array.isArray(own) ? own : {};
  return Object.fromEntries([...tags, ...Object.entries(given)]);
}

function listTags(own: Json | undefined, tags: ReadonlyMap<string, string>): readonly Json[] {
  const given: readonly Json[] = Array.isArray(own) ? own : [];
  const keys = new Set(given.map(keyOf));
  return [...given, ...[...tags].filter(([key]) => !keys.has(key)).map(([Key, Value]) => ({ Key, Value }))];
}

const keyOf = (tag: Json): Json | undefined =>
  typeof tag === 'object' && tag !== null && 'Key' in tag ? tag['Key'] : undefined;
