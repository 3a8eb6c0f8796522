/** Tasks as real containers of a Docker engine. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock } from '../../clock.ts';
import { type HealthCheck } from '../../world/elb.ts';
import { httpCheck } from '../http-check.ts';
import { type Endpoint, type TaskLaunch, type TaskRuntime } from '../runtime.ts';
import { type Engine, saidBy } from './engine.ts';
import { createHouse, removeAll } from './house.ts';
import { newMarks, SANDBOX } from './labels.ts';
import { removeLeftovers } from './leftovers.ts';
import { createPulls, type RegistryAccess } from './pulls.ts';
import { stoodIn } from './stand-in.ts';
import { type TaskContext } from './start.ts';
import { Task } from './task.ts';
import { watchContainers } from './watch.ts';

export interface DockerOptions {
  /** Of `findEngine`; closed with the runtime. */
  readonly engine: Engine;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** Where images of ECR are pulled from; null while there is none. See `sandboxRegistry`. */
  readonly registry: () => RegistryAccess | null;
  /** What is really run for a definition's image, where that cannot be had; the world still tells the definition's. */
  readonly images?: (reference: string) => string;
}

const LEAST_CHECK_MS = 1_000;
/** A container takes about 50 ms; hundreds of them are ended together. */
const CLOSE_LIMIT_MS = 30_000;

/** Rejects where the engine does not let its events be followed. Removes first what killed sandboxes left there. */
export async function dockerRuntime(options: DockerOptions): Promise<TaskRuntime> {
  const { engine, clock, log } = options;
  if (engine.address.kind === 'socket') await sweep(engine, log);
  const closing = new AbortController();
  const context = await createContext(options, closing.signal);
  const tasks = new Map<string, Task>();
  const tellSecrets = secretsTeller(log);
  return {
    kind: 'docker',
    start(launch, events) {
      const containers = launch.containers.map((container) => stoodIn(container, context.images));
      const task = new Task(context, { ...launch, containers }, events);
      tasks.set(launch.taskId, task);
      void task.settled().then(() => tasks.delete(launch.taskId));
      tellSecrets(launch);
      void clock.during(task.begun());
      return task;
    },
    check(taskId, port, check, endpoint) {
      const target = targetOf(tasks.get(taskId), port, check, endpoint);
      if (!target) return { reason: 'Target.FailedHealthChecks' };
      return clock.during(
        httpCheck(target, check, Math.max(LEAST_CHECK_MS, clock.realMs(check.timeoutSeconds * 1_000))),
      );
    },
    async close() {
      closing.abort();
      await end(context, [...tasks.values()]);
      context.watch.close();
      await engine.close();
    },
  };
}

async function createContext(options: DockerOptions, closing: AbortSignal): Promise<TaskContext> {
  const { engine, clock, log, registry, images = (reference: string) => reference } = options;
  const marks = newMarks();
  return {
    engine,
    clock,
    stepped: 'advance' in clock,
    marks,
    house: createHouse(engine, marks),
    pulls: createPulls({ engine, registry, signal: closing }),
    watch: await watchContainers(engine, marks.id, log),
    registry,
    images,
    log,
    closing,
  };
}

async function end({ engine, marks, pulls, log }: TaskContext, tasks: readonly Task[]): Promise<void> {
  try {
    // A container that is just being made would show up behind the removal's back.
    const begun = Promise.all(tasks.map((task) => task.begun()));
    await inTime(begun.then(() => removeAll(engine, marks.id)).then(() => pulls.removePulled()));
  } catch (cause) {
    log(`Containers may be left (docker ps -a --filter label=${SANDBOX}=${marks.id}): ${saidBy(cause)}`);
  }
}

async function sweep(engine: Engine, log: (line: string) => void): Promise<void> {
  try {
    for (const id of await removeLeftovers(engine)) log(`Removed what a sandbox that was killed left in Docker: ${id}`);
  } catch (cause) {
    log(`What killed sandboxes left in Docker could not be removed: ${saidBy(cause)}`);
  }
}

/** A check may be made on another port than the traffic's, if the task's containers publish it. */
function targetOf(
  task: Task | undefined,
  port: number,
  check: HealthCheck,
  endpoint: Endpoint | null,
): Endpoint | undefined {
  const other = Number(check.port);
  return other > 0 && other !== port ? task?.ports.get(other) : (endpoint ?? task?.ports.get(port));
}

async function inTime(work: Promise<void>): Promise<void> {
  const late = sleep(CLOSE_LIMIT_MS, undefined, { ref: false }).then(() => {
    throw new Error(`the engine took longer than ${CLOSE_LIMIT_MS / 1_000} s`);
  });
  await Promise.race([work, late]);
}

/** Says once for each revision which secrets its containers do without. */
function secretsTeller(log: (line: string) => void): (launch: TaskLaunch) => void {
  const told = new Set<string>();
  return ({ revision, containers }) => {
    if (told.has(revision)) return;
    told.add(revision);
    for (const { name, options } of containers) {
      if (!options?.secrets) continue;
      log(
        `${revision}, container ${name}: secrets are not emulated, so these are empty: ${options.secrets.join(', ')}`,
      );
    }
  };
}
