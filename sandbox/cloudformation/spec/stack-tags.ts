import { type Json, type JsonObject } from '../../json.ts';
import { entriesOf, isList, isObject, memberOf, textOf } from '../template/shape.ts';
import { typeFacts } from './check.ts';

/** The tags that a resource gets: the stack's, then its own, which win; none for a type that takes none. */
export function tagsOf(
  type: string,
  properties: JsonObject,
  stackTags: ReadonlyMap<string, string>,
): ReadonlyMap<string, Json> {
  const tags = typeFacts(type)?.tags;
  if (!tags) return new Map();
  return new Map([...stackTags, ...ownTags(memberOf(properties, tags.property))]);
}

function ownTags(value: Json | undefined): readonly (readonly [string, Json])[] {
  if (isObject(value)) return entriesOf(value);
  return (isList(value) ? value : []).flatMap((tag) => {
    const key = isObject(tag) ? textOf(memberOf(tag, 'Key')) : null;
    return isObject(tag) && key !== null ? [[key, memberOf(tag, 'Value') ?? ''] as const] : [];
  });
}
