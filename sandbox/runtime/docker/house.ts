/** What a runtime has in the engine beside its containers, and the removal of all of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Engine, isStatus, segment } from './engine.ts';
import { at, list, textAt } from './json-path.ts';
import { labelFilter, type Marks } from './labels.ts';

export interface House {
  /** Makes the sandbox's network when it is first asked for. Resolves with its name. */
  network(): Promise<string>;
}

export function createHouse(engine: Engine, marks: Marks): House {
  let made: Promise<string> | null = null;
  const make = async (): Promise<string> => {
    const body = { Name: marks.network, Driver: 'bridge', Labels: marks.labels };
    await engine.call('POST', '/networks/create', { body });
    return marks.network;
  };
  return {
    network() {
      made ??= make().catch((cause: unknown) => {
        made = null;
        throw cause;
      });
      return made;
    },
  };
}

const ignoring =
  (...statuses: readonly number[]) =>
  (cause: unknown): void => {
    if (!isStatus(cause, ...statuses)) throw cause;
  };

/** Also its anonymous volumes. One that is gone, or is just being removed, is no fault. */
export async function removeContainer(engine: Engine, id: string): Promise<void> {
  const query = { force: '1', v: '1' };
  await engine.call('DELETE', `/containers/${segment(id)}`, { query }).catch(ignoring(404, 409));
}

/** One that is gone, or still in use by another container of its task, is no fault. */
export async function removeVolume(engine: Engine, name: string): Promise<void> {
  await engine.call('DELETE', `/volumes/${segment(name)}`).catch(ignoring(404, 409));
}

/** The engine takes a while to end a container; one that was just being made may show up late. */
const ROUNDS = 20;
const PAUSE_MS = 100;

async function removeContainers(engine: Engine, query: Readonly<Record<string, string>>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const listed = list(await engine.call('GET', '/containers/json', { query: { ...query, all: '1' } }));
    if (listed.length === 0) return;
    if (round > 0) await sleep(PAUSE_MS);
    await Promise.all(listed.map((one) => removeContainer(engine, textAt(one, 'Id'))));
  }
  throw new Error('its containers are still there');
}

/** Removes all containers, volumes and networks of a sandbox. Rejects where something could not be removed. */
export async function removeAll(engine: Engine, sandboxId: string): Promise<void> {
  const query = { filters: labelFilter(sandboxId) };
  await removeContainers(engine, query);
  const [networks, volumes] = await Promise.all([
    engine.call('GET', '/networks', { query }),
    engine.call('GET', '/volumes', { query }),
  ]);
  await Promise.all([
    ...list(networks).map((one) => engine.call('DELETE', `/networks/${textAt(one, 'Id')}`).catch(ignoring(404))),
    ...list(at(volumes, 'Volumes')).map((one) => removeVolume(engine, textAt(one, 'Name'))),
  ]);
}
