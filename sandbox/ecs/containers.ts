import { type Json, type JsonObject } from '../json.ts';

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string, or an empty one for anything else. */
export const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
