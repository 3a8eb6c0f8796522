import { type Json, type JsonObject } from '../../json.ts';

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);

/** A member of its own; never one that every object inherits. */
export const memberOf = (object: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** Members that are there, in order. */
export const entriesOf = (object: JsonObject): readonly (readonly [string, Json])[] =>
  Object.entries(object).filter((entry): entry is [string, Json] => entry[1] !== undefined);

/** Numbers and booleans as CloudFormation writes them where it wants a string; null for what is no scalar. */
export function textOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A path in a template as CloudFormation's messages show it. */
export const pathText = (path: readonly (string | number)[]): string => `/${path.join('/')}`;

/** Whether two values are the same JSON; the order of members does not count. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((each, index) => sameJson(each, other[index]));
  }
  if (!isObject(one) || !isObject(other)) return one === other;
  const [ours, theirs] = [entriesOf(one), entriesOf(other)];
  return ours.length === theirs.length && ours.every(([name, value]) => sameJson(value, memberOf(other, name)));
}
