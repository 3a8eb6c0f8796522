import { type Json } from '../../json.ts';

type Value = Json | undefined;

const isList = (value: Value): value is readonly Json[] => Array.isArray(value);

/** What lies at the path in an engine's answer, whatever its shape; undefined where there is nothing. */
export function at(value: Value, ...path: readonly string[]): Value {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null || isList(inner) || !Object.hasOwn(inner, key)) return undefined;
    inner = inner[key];
  }
  return inner;
}

export const list = (value: Value): readonly Json[] => (isList(value) ? value : []);

export function membersOf(value: Value): [string, Value][] {
  return typeof value === 'object' && value !== null && !isList(value) ? Object.entries(value) : [];
}

export const textAt = (value: Value, ...path: readonly string[]): string => {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
};

/** undefined where the text is no JSON. */
export function parseJson(text: string): Value {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
