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
