import { requiredMembers, type Shape } from './schema.ts';

/** Paths of the required members that a decoded input lacks, e.g. `tags[0].key`. */
export function missingMembers(shape: Shape, value: unknown, path = ''): string[] {
  if (shape.isListSchema() && Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => missingMembers(shape.getValueSchema(), item, `${path}[${index}]`));
  }
  if (!shape.isStructSchema() || typeof value !== 'object' || value === null) return [];
  const given = new Map<string, unknown>(Object.entries(value));
  const place = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const missing = requiredMembers(shape)
    .filter((name) => given.get(name) === undefined)
    .map(place);
  for (const [name, member] of shape.structIterator()) {
    missing.push(...missingMembers(member, given.get(name), place(name)));
  }
  return missing;
}

/** In the words of AWS's validation: one sentence for each missing member. */
export function missingMessage(paths: readonly string[]): string {
  const found = `${paths.length} validation error${paths.length === 1 ? '' : 's'} detected`;
  const each = paths.map((path) => `Value null at '${path}' failed to satisfy constraint: Member must not be null`);
  return `${found}: ${each.join('; ')}`;
}
