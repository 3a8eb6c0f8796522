/** One task in the engine, from its start to the removal of its last container. */
import { setTimeout as sleep } from 'node:timers/promises';
import { noShorter } from '../../clock.ts';
import { type RunningTask, type TaskEvents, type TaskLaunch } from '../runtime.ts';
import { booted } from './boot.ts';
import { isStatus, saidBy } from './engine.ts';
import { watchHealth } from './health.ts';
import { removeContainer, removeVolume } from './house.ts';
import { at } from './json-path.ts';
import { volumeName } from './labels.ts';
import { type End, exitReason } from './reasons.ts';
import { CannotRun, type ContainerRun, type Ports, startContainers, type TaskContext } from './start.ts';

/** Real time, where the emulated one stands still: for a program to listen, and to end when it is asked to. */
const BOOT_MS = 5_000;
const STOP_MS = 2_000;
/** The last lines of a container that has ended. */
const OUTPUT_MS = 2_000;
/** However fast the clock: a program that wants to end in order needs some real time. */
const LEAST_STOP_MS = 1_000;
const KILL_AGAIN_MS = 30_000;
/** However fast the clock: an engine that is out of reach is not asked, and complained of, all the time. */
const LEAST_KILL_AGAIN_MS = 5_000;

export class Task implements RunningTask {
  ports: Ports = new Map();
  private readonly context: TaskContext;
  private readonly launch: TaskLaunch;
  private readonly events: TaskEvents;
  private readonly runs: ContainerRun[] = [];
  /** What has not exited yet, each with what is to be called off when it does. */
  private readonly alive = new Map<ContainerRun, (() => void)[]>();
  private readonly stopped = new AbortController();
  private readonly over = Promise.withResolvers<undefined>();
  private beginning: Promise<void> | null = null;
  private state: 'starting' | 'running' | 'stopping' = 'starting';

  constructor(context: TaskContext, launch: TaskLaunch, events: TaskEvents) {
    this.context = context;
    this.launch = launch;
    this.events = events;
  }

  /** Begins it, once. Resolves when the task runs, or will not; never rejects. */
  begun(): Promise<void> {
    this.beginning ??= this.begin();
    return this.beginning;
  }

  private async begin(): Promise<void> {
    const { context, launch: task, runs } = this;
    const signal = AbortSignal.any([this.stopped.signal, context.closing]);
    const tell = (container: string, line: string): void => {
      if (!signal.aborted) this.events.output(container, line);
    };
    try {
      this.ports = await startContainers({ context, task, runs, tell, signal });
      await this.boot(signal);
      signal.throwIfAborted();
    } catch (cause) {
      await this.abandon(cause);
      return;
    }
    for (const run of runs) this.alive.set(run, []);
    this.state = 'running';
    this.events.running(this.ports);
    for (const run of runs) this.follow(run);
  }

  /** Resolves when nothing of it is left. */
  settled(): Promise<undefined> {
    return this.over.promise;
  }

  stop(): void {
    if (this.state === 'starting') this.stopped.abort();
    if (this.state !== 'running') return;
    this.state = 'stopping';
    const { clock } = this.context;
    for (const run of this.alive.keys()) {
      this.signal(run, run.stopSignal);
      this.killIn(run, noShorter(clock, run.launch.stopTimeoutSeconds * 1_000, LEAST_STOP_MS));
    }
    void clock.during(Promise.race([this.over.promise, sleep(STOP_MS, undefined, { ref: false })]));
  }

  kill(container?: string): void {
    if (this.state === 'starting') this.stopped.abort();
    for (const run of this.alive.keys()) {
      if (container !== undefined && run.launch.name !== container) continue;
      this.signal(run, 'SIGKILL');
      this.await(run);
    }
  }

  /** Again and again, for as long as it has not ended: an engine may be out of reach for a while. */
  private killIn(run: ContainerRun, ms: number): void {
    const cancel = this.context.clock.after(ms, () => {
      if (!this.alive.has(run)) return;
      this.signal(run, 'SIGKILL');
      this.await(run);
      this.killIn(run, noShorter(this.context.clock, KILL_AGAIN_MS, LEAST_KILL_AGAIN_MS));
    });
    this.alive.get(run)?.push(cancel);
  }

  private async boot(signal: AbortSignal): Promise<void> {
    const [first] = this.ports.values();
    if (!this.context.stepped || !first) return;
    const ended = new AbortController();
    for (const run of this.runs) {
      void run.ended.then(() => {
        ended.abort();
      });
    }
    await booted(first, BOOT_MS, AbortSignal.any([signal, ended.signal]));
  }

  private follow(run: ContainerRun): void {
    const { context, events } = this;
    const { engine, clock } = context;
    const { healthCheck: check, name } = run.launch;
    if (check && run.neverRan === null) {
      const tell = (status: 'HEALTHY' | 'UNHEALTHY'): void => {
        if (!context.closing.aborted) events.health(name, status);
      };
      this.alive.get(run)?.push(watchHealth({ engine, clock, check, containerId: run.id, tell }));
    }
    void run.ended.then((end) => clock.during(this.exit(run, end)));
  }

  private async exit(run: ContainerRun, end: End): Promise<void> {
    const { engine, closing } = this.context;
    for (const cancel of this.alive.get(run) ?? []) cancel();
    run.hurryOutput.abort();
    await Promise.race([run.output, sleep(OUTPUT_MS, undefined, { ref: false })]);
    run.endOutput.abort();
    await run.output;
    const known = run.neverRan === null ? await this.examine(run, end) : end;
    this.alive.delete(run);
    if (!closing.aborted) {
      this.events.exited(run.launch.name, known.exitCode, run.neverRan ?? exitReason(known));
    }
    await this.quietly(removeContainer(engine, run.id));
    if (this.alive.size === 0) await this.finish();
  }

  /** The engine may notice that memory ran out only after it told the container's end. */
  private async examine({ id }: ContainerRun, end: End): Promise<End> {
    const inspected = await this.context.engine.call('GET', `/containers/${id}/json`).catch(() => null);
    const code = at(inspected, 'State', 'ExitCode');
    return {
      exitCode: end.exitCode ?? (inspected !== null && typeof code === 'number' ? code : null),
      outOfMemory: end.outOfMemory || at(inspected, 'State', 'OOMKilled') === true,
    };
  }

  private async abandon(cause: unknown): Promise<void> {
    const { engine, watch, closing, log } = this.context;
    for (const run of this.runs) {
      run.endOutput.abort();
      watch.forget(run.id);
    }
    await Promise.all(this.runs.map(({ id }) => this.quietly(removeContainer(engine, id))));
    await this.finish();
    if (closing.aborted) return;
    if (this.stopped.signal.aborted) {
      for (const { name } of this.launch.containers) this.events.exited(name, null, null);
      return;
    }
    if (!(cause instanceof CannotRun)) log(`Task ${this.launch.taskId} did not start: ${saidBy(cause)}`);
    const [first] = this.launch.containers;
    const fault = cause instanceof CannotRun ? cause : new CannotRun(first?.name ?? '', saidBy(cause));
    this.events.failed(fault.container, fault.reason);
  }

  private async finish(): Promise<void> {
    const { engine, marks } = this.context;
    const mounts = this.launch.containers.flatMap(({ options }) => options?.mounts ?? []);
    const volumes = new Set(mounts.map(({ volume }) => volumeName(marks, this.launch, volume)));
    await Promise.all([...volumes].map((name) => this.quietly(removeVolume(engine, name))));
    this.over.resolve(undefined);
  }

  private signal({ id, launch }: ContainerRun, signal: string): void {
    const { engine, clock } = this.context;
    const sent = engine.call('POST', `/containers/${id}/kill`, { query: { signal } }).catch((cause: unknown) => {
      // It has ended by itself.
      if (!isStatus(cause, 404, 409)) throw cause;
    });
    void clock.during(this.quietly(sent, `${signal} to the container ${launch.name}`));
  }

  /** A container that was killed is gone before the emulated time goes on. */
  private await(run: ContainerRun): void {
    void this.context.clock.during(Promise.race([run.ended, sleep(STOP_MS, undefined, { ref: false })]));
  }

  private async quietly(work: Promise<unknown>, what = 'a removal'): Promise<void> {
    try {
      await work;
    } catch (cause) {
      if (!this.context.closing.aborted) this.context.log(`The Docker engine refused ${what}: ${saidBy(cause)}`);
    }
  }
}
