/** From a task's launch to containers that run. */
import { type Clock } from '../../clock.ts';
import { type Json } from '../../json.ts';
import { type ContainerLaunch, type Endpoint, type TaskLaunch } from '../runtime.ts';
import { containerBody, networkOwner, type Place } from './body.ts';
import { type Engine, saidBy } from './engine.ts';
import { type House } from './house.ts';
import { at, list, membersOf, textAt } from './json-path.ts';
import { containerName, type Marks } from './labels.ts';
import { followLogs } from './logs.ts';
import { type Provided, type Pulls } from './pulls.ts';
import { cannotCreate, cannotPull, cannotStart, type End, noNetwork } from './reasons.ts';
import { imageOf } from './reference.ts';
import { type Watch } from './watch.ts';

export interface TaskContext {
  readonly engine: Engine;
  readonly clock: Clock;
  /** No time passes by itself, so what has to happen in between is waited for. */
  readonly stepped: boolean;
  readonly marks: Marks;
  readonly house: House;
  readonly pulls: Pulls;
  readonly watch: Watch;
  readonly registry: () => { readonly host: string } | null;
  readonly images: (reference: string) => string;
  readonly log: (line: string) => void;
  /** The runtime is being closed: nothing more is told. */
  readonly closing: AbortSignal;
}

export interface ContainerRun {
  readonly launch: ContainerLaunch;
  readonly id: string;
  ended: Promise<End>;
  /** Resolves when all that it wrote was told. */
  output: Promise<void>;
  /** To be called when the container has ended, and when what it wrote is not waited for any longer. */
  readonly hurryOutput: AbortController;
  readonly endOutput: AbortController;
  readonly stopSignal: string;
  /** ECS's reason why it never ran, though its task did. */
  neverRan: string | null;
}

/** The task cannot run. `reason` is ECS's, for the container. */
export class CannotRun extends Error {
  readonly container: string;
  readonly reason: string;
  constructor(container: string, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.container = container;
    this.reason = reason;
  }
}

export type Ports = ReadonlyMap<number, Endpoint>;

export interface Start {
  readonly context: TaskContext;
  readonly task: TaskLaunch;
  /** Every container that was made is put here at once, so that none is lost when another fails. */
  readonly runs: ContainerRun[];
  readonly tell: (container: string, line: string) => void;
  readonly signal: AbortSignal;
}

/** Rejects with `CannotRun`, or with the signal's reason. Containers that were made are then for the caller to remove. */
export async function startContainers(start: Start): Promise<Ports> {
  const { context, task, signal } = start;
  const pulled = await allOf(
    task.containers.map(async (container) => [container, await pull(start, container)] as const),
  );
  signal.throwIfAborted();
  const owner = networkOwner(task.containers);
  const [image] = pulled.flatMap(([container, provided]) => (container === owner ? [provided] : []));
  if (!owner || !image) return new Map();
  const network = await context.house.network().catch((cause: unknown) => {
    throw new CannotRun(owner.name, noNetwork(saidBy(cause)), cause);
  });
  const ports = task.containers.flatMap((container) => container.ports);
  const first = await begin(start, owner, image, { kind: 'owns', network, ports });
  const place: Place = { kind: 'joins', containerId: first.id };
  const others = pulled.filter(([container]) => container !== owner);
  await allOf(others.map(([container, provided]) => begin(start, container, provided, place)));
  return publishedPorts(await context.engine.call('GET', `/containers/${first.id}/json`).catch(() => null));
}

/** Waits for all of them also when one fails: none may go on behind the caller's back. */
async function allOf<T>(work: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

async function pull({ context, signal }: Start, container: ContainerLaunch): Promise<Provided> {
  const image = imageOf(context.images(container.image), context.registry());
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('the start was called off'));
    });
  });
  try {
    // The pull itself goes on: other tasks may wait for it, too.
    return await Promise.race([context.pulls.provide(image), aborted]);
  } catch (cause) {
    signal.throwIfAborted();
    throw new CannotRun(container.name, cannotPull(container.image, saidBy(cause)), cause);
  }
}

async function begin(start: Start, container: ContainerLaunch, image: Provided, place: Place): Promise<ContainerRun> {
  start.signal.throwIfAborted();
  const run = await create(start, container, image, place);
  const { engine } = start.context;
  try {
    await engine.call('POST', `/containers/${run.id}/start`);
  } catch (cause) {
    const reason = cannotStart(saidBy(cause));
    // Where the container with the network has ended at once, that is what became of the task: this one never ran.
    if (place.kind === 'owns' || (await isRunning(engine, place.containerId))) {
      throw new CannotRun(container.name, reason, cause);
    }
    run.neverRan = reason;
    run.ended = Promise.resolve({ exitCode: null, outOfMemory: false });
    return run;
  }
  const tell = (line: string): void => {
    start.tell(container.name, line);
  };
  const { signal: hurry } = run.hurryOutput;
  run.output = followLogs({ engine, containerId: run.id, tell, hurry, stop: run.endOutput.signal });
  return run;
}

async function create(
  { context, task, runs }: Start,
  container: ContainerLaunch,
  { reference, pulled, stopSignal }: Provided,
  place: Place,
): Promise<ContainerRun> {
  const { engine, marks, watch } = context;
  const body = containerBody(container, { marks, task, place, image: reference, pulled });
  const query = { name: containerName(marks, task, container) };
  const made = await engine.call('POST', '/containers/create', { query, body }).catch((cause: unknown) => {
    throw new CannotRun(container.name, cannotCreate(saidBy(cause)), cause);
  });
  const id = textAt(made, 'Id');
  const run: ContainerRun = {
    launch: container,
    id,
    ended: watch.ended(id, (container.options?.memoryMiB ?? null) !== null),
    output: Promise.resolve(),
    hurryOutput: new AbortController(),
    endOutput: new AbortController(),
    stopSignal,
    neverRan: null,
  };
  runs.push(run);
  return run;
}

async function isRunning(engine: Engine, id: string): Promise<boolean> {
  const inspected = await engine.call('GET', `/containers/${id}/json`).catch(() => null);
  return at(inspected, 'State', 'Running') === true;
}

/** `{"8080/tcp": [{"HostIp": "127.0.0.1", "HostPort": "32768"}]}` */
function publishedPorts(inspected: Json): Ports {
  const ports = new Map<number, Endpoint>();
  for (const [name, bindings] of membersOf(at(inspected, 'NetworkSettings', 'Ports'))) {
    const port = Number(textAt(list(bindings)[0], 'HostPort'));
    if (port > 0) ports.set(Number.parseInt(name, 10), { host: '127.0.0.1', port });
  }
  return ports;
}
