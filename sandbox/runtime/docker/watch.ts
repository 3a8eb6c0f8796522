/** One stream of the engine's events for all containers of a sandbox. */
import { type Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Json } from '../../json.ts';
import { type Engine, saidBy } from './engine.ts';
import { jsonLines } from './json-lines.ts';
import { at, list, textAt } from './json-path.ts';
import { labelFilter, SANDBOX } from './labels.ts';
import { type End } from './reasons.ts';

export interface Watch {
  /**
   * Once the container has ended, how. To be asked for before it is started. `limited`: it has a memory limit, so that a
   * SIGKILL may have been the kernel's.
   */
  ended(id: string, limited: boolean): Promise<End>;
  forget(id: string): void;
  close(): void;
}

interface Watched {
  readonly limited: boolean;
  outOfMemory: boolean;
  readonly end: (end: End) => void;
}

/** A stream that breaks is opened again after these real times, then every five seconds. */
const AGAIN_MS = [100, 250, 500, 1_000, 2_000];
const LONGEST_AGAIN_MS = 5_000;
/** 128 + SIGKILL. */
const KILLED = 137;
/** An engine may tell that memory ran out only after it told the end (seen with 20.10). */
const OUT_OF_MEMORY_LATE_MS = 1_000;

/** Resolves when the first stream is open. A stream that breaks is opened again; what was missed meanwhile is looked up. */
export async function watchContainers(engine: Engine, sandboxId: string, log: (line: string) => void): Promise<Watch> {
  const watched = new Map<string, Watched>();
  const stop = new AbortController();
  const follow = follower(engine, sandboxId, watched, stop.signal);
  const first = await follow.open();
  void follow.run(first, log);
  return {
    ended: (id, limited) =>
      new Promise((resolve) => {
        watched.set(id, { limited, outOfMemory: false, end: resolve });
      }),
    forget: (id) => {
      watched.delete(id);
    },
    close: () => {
      stop.abort();
      watched.clear();
    },
  };
}

function follower(engine: Engine, sandboxId: string, watched: Map<string, Watched>, signal: AbortSignal) {
  const filters = JSON.stringify({
    type: ['container'],
    event: ['die', 'oom', 'destroy'],
    label: [`${SANDBOX}=${sandboxId}`],
  });
  const open = (): Promise<Readable> => engine.open('GET', '/events', { query: { filters }, signal });
  const read = async (stream: Readable): Promise<void> => {
    await catchUp(engine, sandboxId, watched);
    for await (const event of jsonLines(stream)) apply(watched, event);
  };
  /** The first stream, then others until `signal`. */
  const run = async (first: Readable, log: (line: string) => void): Promise<void> => {
    let stream: Promise<Readable> = Promise.resolve(first);
    for (let failures = 0; ; failures++) {
      const fault = await stream.then(read).then(
        () => null,
        (cause: unknown) => saidBy(cause),
      );
      if (fault === null) failures = 0;
      if (signal.aborted) return;
      if (failures === 1) log(`The Docker engine's events cannot be followed, which is tried again: ${fault}`);
      await sleep(AGAIN_MS[failures] ?? LONGEST_AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
      stream = open();
    }
  };
  return { open, run };
}

function settle(watched: Map<string, Watched>, id: string, exitCode: number | null): void {
  const one = watched.get(id);
  if (!one) return;
  watched.delete(id);
  one.end({ exitCode, outOfMemory: one.outOfMemory });
}

function apply(watched: Map<string, Watched>, event: Json | undefined): void {
  const id = textAt(event, 'Actor', 'ID');
  const one = watched.get(id);
  if (!one) return;
  const action = textAt(event, 'Action');
  if (action === 'oom') one.outOfMemory = true;
  if (action === 'die') {
    const code = textAt(event, 'Actor', 'Attributes', 'exitCode');
    const exitCode = /^\d+$/.test(code) ? Number(code) : null;
    if (exitCode !== KILLED || !one.limited || one.outOfMemory) settle(watched, id, exitCode);
    else setTimeout(settle, OUT_OF_MEMORY_LATE_MS, watched, id, exitCode).unref();
  }
  if (action === 'destroy') settle(watched, id, null);
}

/** Containers that ended while no stream was open. */
async function catchUp(engine: Engine, sandboxId: string, watched: Map<string, Watched>): Promise<void> {
  // Only those that were there before the engine was asked: one made since is not in its answer.
  const known = [...watched.keys()];
  if (known.length === 0) return;
  const listed = await engine.call('GET', '/containers/json', { query: { all: '1', filters: labelFilter(sandboxId) } });
  const states = new Map(list(listed).map((one) => [textAt(one, 'Id'), textAt(one, 'State')]));
  for (const id of known) {
    const state = states.get(id);
    if (state === undefined) settle(watched, id, null);
    else if (state === 'exited' || state === 'dead') await lookUp(engine, watched, id);
  }
}

async function lookUp(engine: Engine, watched: Map<string, Watched>, id: string): Promise<void> {
  const state = at(await engine.call('GET', `/containers/${id}/json`).catch(() => null), 'State');
  const code = at(state, 'ExitCode');
  const one = watched.get(id);
  if (one && at(state, 'OOMKilled') === true) one.outOfMemory = true;
  settle(watched, id, typeof code === 'number' ? code : null);
}
