import { type Sandbox } from '../operation.ts';

/** The whole account as plain JSON: maps as objects by their keys, sets as lists. The world holds no credentials. */
export function dumpWorld({ world, clock }: Sandbox): unknown {
  return { now: clock.now(), ...(plain(world) as object) };
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [String(key), plain(item)]));
  if (value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
