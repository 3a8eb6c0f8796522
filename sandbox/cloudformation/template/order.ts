/** Each name after all that it depends on, else in the given order; `cycle` holds the names that depend on each other. */
export function ordered(
  names: readonly string[],
  dependencies: (name: string) => readonly string[],
): { readonly order: readonly string[]; readonly cycle: readonly string[] } {
  const left = new Map(names.map((name) => [name, new Set(dependencies(name))]));
  const order: string[] = [];
  for (let ready = readyOf(left); ready !== undefined; ready = readyOf(left)) {
    order.push(ready);
    left.delete(ready);
    for (const waiting of left.values()) waiting.delete(ready);
  }
  return { order, cycle: onlyCycles(left) };
}

const readyOf = (left: ReadonlyMap<string, ReadonlySet<string>>): string | undefined =>
  [...left].find(([, waiting]) => waiting.size === 0)?.[0];

/** Without those that merely wait for a cycle. */
function onlyCycles(left: Map<string, ReadonlySet<string>>): readonly string[] {
  const idle = (name: string): boolean => [...left].every(([, waiting]) => !waiting.has(name));
  for (let outer = [...left.keys()].find(idle); outer !== undefined; outer = [...left.keys()].find(idle))
    left.delete(outer);
  return [...left.keys()];
}
