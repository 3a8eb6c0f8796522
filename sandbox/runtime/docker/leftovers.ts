/** What sandboxes that were killed have left in the engine. */
import { type Engine } from './engine.ts';
import { removeAll } from './house.ts';
import { at, list, textAt } from './json-path.ts';
import { labelFilter, OWNER, PULLED, SANDBOX } from './labels.ts';
import { currentOwner, isGone, lookAtProcess, readOwner } from './owner.ts';
import { removeImage } from './pulls.ts';

/** Where every sandbox has its registry: no label brings any other image to be removed. */
const FROM_SANDBOX = /^127\.0\.0\.1:\d+\//;

interface Found {
  readonly owner: string;
  readonly pulled: Set<string>;
}

/** Ids of sandboxes that were removed. Those of other machines, or of processes that live, are left alone. */
export async function removeLeftovers(engine: Engine): Promise<string[]> {
  const self = currentOwner();
  const removed: string[] = [];
  for (const [id, { owner, pulled }] of await findSandboxes(engine)) {
    const known = readOwner(owner);
    if (!known || !isGone(known, self, lookAtProcess)) continue;
    await removeAll(engine, id);
    await Promise.all([...pulled].map((reference) => removeImage(engine, reference)));
    removed.push(id);
  }
  return removed;
}

async function findSandboxes(engine: Engine): Promise<Map<string, Found>> {
  const query = { filters: labelFilter() };
  const [containers, networks, volumes] = await Promise.all([
    engine.call('GET', '/containers/json', { query: { ...query, all: '1' } }),
    engine.call('GET', '/networks', { query }),
    engine.call('GET', '/volumes', { query }),
  ]);
  const found = new Map<string, Found>();
  for (const one of [...list(containers), ...list(networks), ...list(at(volumes, 'Volumes'))]) {
    const id = textAt(one, 'Labels', SANDBOX);
    if (!/^[0-9a-f]{12}$/.test(id)) continue;
    const known = found.get(id) ?? { owner: textAt(one, 'Labels', OWNER), pulled: new Set<string>() };
    const reference = textAt(one, 'Labels', PULLED);
    if (FROM_SANDBOX.test(reference)) known.pulled.add(reference);
    found.set(id, known);
  }
  return found;
}
