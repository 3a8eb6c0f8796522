import { elementsOf, isObject, isList, type Json } from '../json.ts';
import { type Tag } from './definition.ts';

/** Tags that are not a list of {key, value}. */
export class TagError extends Error {
  override readonly name = 'TagError';
}

/** Reads `[{key, value}]`, or `[{Key, Value}]` as other AWS services print it. A tag without value has an empty one. */
export function tagsOf(tags: Json | undefined): readonly Tag[] {
  if (tags === undefined || tags === null) return [];
  if (!isList(tags)) throw new TagError('its tags are not a list');
  return elementsOf(tags).map((tag) => {
    const key = isObject(tag) ? (tag['key'] ?? tag['Key']) : undefined;
    const value = isObject(tag) ? (tag['value'] ?? tag['Value'] ?? '') : undefined;
    if (typeof key === 'string' && typeof value === 'string') return { key, value };
    throw new TagError('one of its tags is not {key, value} with text for both');
  });
}

/** A tag as the SDK types it. */
export interface LooseTag {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}

/** One tag a key, the last one given; without `aws:*`, which only AWS may set. */
export function mergeTags(...lists: readonly (readonly LooseTag[])[]): readonly Tag[] {
  const merged = new Map(lists.flat().map(({ key = '', value = '' }) => [key, value]));
  return [...merged].filter(([key]) => !/^aws:/i.test(key)).map(([key, value]) => ({ key, value }));
}
