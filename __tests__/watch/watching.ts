import { type DeploymentEvent, type WatchEnd } from '../../src/events.ts';
import { type Waiting } from '../../src/plan.ts';
import { watch, type WatchOptions } from '../../src/watch.ts';
import { FakeClock } from './fake-clock.ts';
import { Simulated, type Timeline } from './simulated.ts';

export const waits: Waiting = {
  until: 'traffic-shifted',
  readyMs: 0,
  shiftMs: 0,
  terminationMs: 0,
  limitMs: 6 * 3_600_000,
  maxDelayMs: 60_000,
};

export const allAtOnce = [{ atMs: 0, percent: 100 }];
export const canary = [
  { atMs: 0, percent: 10 },
  { atMs: 300_000, percent: 100 },
];
export const linear = Array.from({ length: 10 }, (_, step) => ({ atMs: step * 60_000, percent: (step + 1) * 10 }));

export interface Watched {
  readonly engine: Simulated;
  readonly events: DeploymentEvent[];
  readonly end: WatchEnd;
  /** Milliseconds from the deployment's start to the end of the watch, and to each event. */
  readonly endMs: number;
  readonly at: readonly { readonly ms: number; readonly event: DeploymentEvent }[];
}

/** Watches a simulated deployment. The watch begins `phaseMs` after the deployment. */
export async function watched(
  moves: Timeline,
  options: Partial<Omit<WatchOptions, 'waiting'>> & {
    readonly waiting?: Partial<Waiting>;
    readonly phaseMs?: number;
    readonly prepare?: (engine: Simulated, clock: FakeClock) => void;
  } = {},
): Promise<Watched> {
  const clock = new FakeClock();
  const engine = new Simulated(clock, moves);
  options.prepare?.(engine, clock);
  const events: DeploymentEvent[] = [];
  const at: { ms: number; event: DeploymentEvent }[] = [];
  const work = async (): Promise<WatchEnd> => {
    await clock.sleep(options.phaseMs ?? 0);
    const { steps = allAtOnce, hasTestListener = false, random = () => 0.5, signal } = options;
    const waiting = { ...waits, ...options.waiting };
    const course = watch(engine, 'd-SIMULATED', { waiting, steps, hasTestListener, clock, random, signal });
    for (;;) {
      const next = await course.next();
      if (next.done === true) return next.value;
      events.push(next.value);
      at.push({ ms: clock.now() - engine.startedAt, event: next.value });
    }
  };
  const end = await clock.run(work());
  return { engine, events, end, endMs: clock.now() - engine.startedAt, at };
}
