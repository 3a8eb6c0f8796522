/** Lists whose entries have a name, by which they are compared. */
import { isObject, type Json } from '../json.ts';

/** The member that tells the entries of a list apart (ECS API); `name` in any other list. */
const KEYS: Readonly<Record<string, string>> = {
  portMappings: 'containerPort',
  mountPoints: 'containerPath',
  volumesFrom: 'sourceContainer',
  dependsOn: 'containerName',
  systemControls: 'namespace',
  extraHosts: 'hostname',
  resourceRequirements: 'type',
  tags: 'key',
};

/** The key of a list of this name; null where one of its entries has none. */
export function keyOf(list: string, entries: readonly Json[]): string | null {
  const key = (Object.hasOwn(KEYS, list) ? KEYS[list] : undefined) ?? 'name';
  return entries.every((entry) => nameIn(entry, key) !== null) ? key : null;
}

/** Entries by name, in the order of the list. Those of one name are one list. */
export function entriesOf(list: readonly Json[], key: string): ReadonlyMap<string, Json> {
  const found = new Map<string, Json[]>();
  for (const entry of list) {
    const name = nameIn(entry, key) ?? '';
    const same = found.get(name);
    if (same === undefined) found.set(name, [entry]);
    else same.push(entry);
  }
  return new Map([...found].map(([name, same]) => [name, same.length === 1 ? (same[0] ?? null) : same]));
}

/** True where what both lists have stands in another order. */
export function isReordered(before: readonly Json[], after: readonly Json[], key: string): boolean {
  const order = (list: readonly Json[], other: readonly Json[]): string => {
    const there = new Set(other.map((entry) => nameIn(entry, key)));
    return JSON.stringify(list.map((entry) => nameIn(entry, key)).filter((name) => there.has(name)));
  };
  return sameNames(before, after, key) && order(before, after) !== order(after, before);
}

/** Of one name both have equally many: only then is another order all that differs. */
function sameNames(before: readonly Json[], after: readonly Json[], key: string): boolean {
  const [old, now] = [entriesOf(before, key), entriesOf(after, key)];
  const count = (entry: Json | undefined): number => (Array.isArray(entry) ? entry.length : 1);
  return [...old].every(([name, entry]) => !now.has(name) || count(entry) === count(now.get(name)));
}

function nameIn(entry: Json, key: string): string | null {
  const name = isObject(entry) ? entry[key] : undefined;
  return typeof name === 'string' || typeof name === 'number' ? String(name) : null;
}
