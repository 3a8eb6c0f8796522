import { type Json } from '../json.ts';
import { type Shape } from './schema.ts';

/** Bodies of AWS JSON 1.1 answers: times as epoch seconds with a fraction, blobs as base64. */
export function encodeJson(shape: Shape, value: unknown): Json {
  if (value instanceof Date) return value.getTime() / 1000;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map((item: unknown) => encodeJson(shape.getValueSchema(), item));
  if (typeof value === 'object' && value !== null) return encodeObject(shape, value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

function encodeObject(shape: Shape, value: object): Json {
  const given = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  if (!shape.isStructSchema()) {
    return Object.fromEntries(given.map(([key, item]) => [key, encodeJson(shape.getValueSchema(), item)]));
  }
  const byName = new Map<string, unknown>(given);
  const members: [string, Json][] = [];
  for (const [name, member] of shape.structIterator()) {
    if (byName.has(name)) members.push([name, encodeJson(member, byName.get(name))]);
  }
  return Object.fromEntries(members);
}
