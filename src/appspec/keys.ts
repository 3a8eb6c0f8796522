import { isObject, type Json, type JsonObject } from '../json.ts';

/** A member found without regard to case, under the spelling that the file has. */
export interface Found {
  readonly key: string;
  readonly value: Json;
}

/** AWS's own pages spell AppSpec keys differently (`Resources`, `resources`): every spelling is one key. */
export function findKeys(object: Json | undefined, name: string): readonly Found[] {
  if (!isObject(object)) return [];
  const wanted = name.toLowerCase();
  return Object.entries(object)
    .filter(([key]) => key.toLowerCase() === wanted)
    .map(([key, value]) => ({ key, value }));
}

/** The first such member; null where there is none. */
export function findKey(object: Json | undefined, name: string): Found | null {
  return findKeys(object, name)[0] ?? null;
}

/** Replaces the member under the spelling it has; adds it as `name` where there is none. */
export function setKey(object: JsonObject, name: string, value: Json): JsonObject {
  return { ...object, [findKey(object, name)?.key ?? name]: value };
}
