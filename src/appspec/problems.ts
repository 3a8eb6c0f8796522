import { elementsOf, isObject, type Json } from '../json.ts';
import { type DocumentPath } from '../yaml-text.ts';
import { findKeys } from './keys.ts';

/** One fault of an AppSpec file, and where it is. */
export interface Problem {
  readonly path: DocumentPath;
  readonly why: string;
  readonly repair: string;
}

/** A value in the file with its path: each look that fails leaves a problem behind and gives null. */
export interface Place {
  readonly value: Json;
  readonly path: DocumentPath;
  readonly problems: Problem[];
}

export function complain(place: Place, why: string, repair: string): null {
  place.problems.push({ path: place.path, why, repair });
  return null;
}

export function child(place: Place, key: string | number, value: Json): Place {
  return { value, path: [...place.path, key], problems: place.problems };
}

/** The member, in any spelling of its case; null where it is absent or null. Two spellings of one key are a problem. */
export function optional(place: Place, name: string): Place | null {
  const [first, second] = findKeys(place.value, name);
  if (first === undefined) return null;
  if (second !== undefined) {
    const at = child(place, second.key, second.value);
    return complain(at, `'${first.key}' and '${second.key}' are the same key`, 'Keep one of them.');
  }
  return first.value === null ? null : child(place, first.key, first.value);
}

export function required(place: Place, name: string, repair: string): Place | null {
  const found = optional(place, name);
  if (found !== null || findKeys(place.value, name).length > 1) return found;
  return complain(place, `${name} is missing`, repair);
}

export function textAt(place: Place | null, repair: string): string | null {
  if (place === null) return null;
  if (typeof place.value === 'string' && place.value.trim() !== '') return place.value;
  return complain(place, `${nameOf(place)} is ${kindOf(place.value)}, not text`, repair);
}

export function nameOf(place: Place): string {
  const key = place.path.findLast((step) => typeof step === 'string');
  return typeof key === 'string' ? key : 'the file';
}

/** What a value is, in words; texts and numbers as they are, for an AppSpec holds nothing secret. */
export function kindOf(value: Json): string {
  if (value === null) return 'empty';
  if (isObject(value)) return 'a map';
  if (Array.isArray(value)) return 'a list';
  return `${typeof value === 'string' ? 'the text ' : ''}${JSON.stringify(value)}`;
}

/** The elements of a list with their places. */
export function placesIn(list: Place): readonly Place[] {
  return elementsOf(list.value).map((value, index) => child(list, index, value));
}
