/** Members of resolved properties. */
import { type Json, type JsonObject } from '../../json.ts';

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const memberOf = (properties: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(properties, name) ? properties[name] : undefined;

/** undefined where it is absent or no text. */
export function textOf(properties: JsonObject, name: string): string | undefined {
  const value = memberOf(properties, name);
  return typeof value === 'string' ? value : undefined;
}

/** Empty where it is absent or no object. */
export function objectOf(properties: JsonObject, name: string): JsonObject {
  const value = memberOf(properties, name);
  return isObject(value) ? value : {};
}

/** Empty where it is absent or no list. */
export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

export const without = (properties: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
