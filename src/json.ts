export type Json = string | number | boolean | null | JsonObject | readonly Json[];

export interface JsonObject {
  readonly [member: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** The elements of a list; none where there is no list. */
export function elementsOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

/** The objects in a list, in order; none where there is no list. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return elementsOf(value).filter(isObject);
}

/** A text as it is, '' for anything else. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** `object` without the named members; a new object. */
export function without(object: JsonObject, members: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !members.has(name)));
}
