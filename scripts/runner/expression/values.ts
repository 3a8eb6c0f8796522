/** The values of GitHub's expressions, compared and converted as GitHub does (its page on expressions). */
import { isList, isObject, type Json } from '../../../src/json.ts';

/** False, null, 0, NaN and '' do not hold; objects and lists always do. */
export function holds(value: Json): boolean {
  return value !== false && value !== null && value !== '' && value !== 0 && !Number.isNaN(value);
}

/** As it stands in a text: null is '', an object is refused (GitHub writes the word Object, which nobody means). */
export function asText(value: Json): string {
  if (value === null) return '';
  if (isObject(value) || isList(value)) throw new Error('an object or a list cannot stand in a text');
  return String(value);
}

/** `==`: texts without regard to case; values of two types as numbers. */
export function equals(one: Json, other: Json): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.toUpperCase() === other.toUpperCase();
  if (typeof one === typeof other && one !== null && other !== null) return one === other;
  return numberOf(one) === numberOf(other);
}

function numberOf(value: Json): number {
  if (value === null || value === false) return 0;
  if (value === true) return 1;
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value.trim() === '' ? 0 : Number(value);
  return NaN;
}
