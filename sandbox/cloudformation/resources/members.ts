/** Members of resolved properties. */
import { type Json, type JsonObject } from '../../json.ts';
import { isList, isObject, memberOf } from '../template/shape.ts';

/** undefined where it is absent or no text. */
export function stringOf(properties: JsonObject, name: string): string | undefined {
  const value = memberOf(properties, name);
  return typeof value === 'string' ? value : undefined;
}

/** Empty where it is absent or no object. */
export function objectOf(properties: JsonObject, name: string): JsonObject {
  const value = memberOf(properties, name);
  return isObject(value) ? value : {};
}

/** Empty where it is absent or no list. */
export const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

/** The texts of a list; empty where it is none. */
export const textsOf = (value: Json | undefined): readonly string[] =>
  listOf(value).filter((each): each is string => typeof each === 'string');

/** The objects of a list; empty where it is none. */
export const objectsOf = (value: Json | undefined): readonly JsonObject[] => listOf(value).filter(isObject);

export const without = (properties: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
