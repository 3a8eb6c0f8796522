/** Reads members of a YAML document whose shape is not known; each throws with the place where it is not as it should be. */
import { isList, isObject, type Json, type JsonObject } from '../../../src/json.ts';

export function object(value: unknown, where: string): JsonObject {
  if (!isObject(value)) throw new Error(`${where} is not a map`);
  return value;
}

export function list(value: unknown, where: string): readonly Json[] {
  if (!isList(value)) throw new Error(`${where} is not a list`);
  return value;
}

/** Refuses members that are not among the known ones. */
export function only(map: JsonObject, where: string, known: readonly string[]): void {
  const unknown = Object.keys(map).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`${where}: this runner does not know ${unknown.join(', ')}`);
}

/** A text, number or boolean, as the text that GitHub makes of it. */
export function text(map: JsonObject, name: string, where: string): string {
  return textOrNull(map, name, where) ?? fail(`${where}.${name} is missing`);
}

export function textOrNull(map: JsonObject, name: string, where: string): string | null {
  const value = map[name];
  return value === undefined ? null : scalar(value, `${where}.${name}`);
}

/** False where nothing is said. */
export function flag(map: JsonObject, name: string, where: string): boolean {
  const value = map[name] ?? false;
  return typeof value === 'boolean' ? value : fail(`${where}.${name} is not true or false`);
}

/** A map of texts; an empty one where there is none. */
export function texts(value: Json | undefined, where: string): Record<string, string> {
  const entries = Object.entries(object(value ?? {}, where));
  return Object.fromEntries(entries.map(([name, each]) => [name, scalar(each, `${where}.${name}`)]));
}

function scalar(value: Json, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return fail(`${where} is not a text`);
}

function fail(what: string): never {
  throw new Error(what);
}
