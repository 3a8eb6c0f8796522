/** One clock for both sides: AWS as the sandbox plays it, and those who watch it. It moves only in `run`. */
import { type Clock as SandboxClock } from '../../sandbox/clock.ts';
import { type Clock } from '../../src/ports/clock.ts';

interface Due {
  readonly at: number;
  readonly task: () => void;
  /** Somebody sleeps until then, and goes on before time does. */
  readonly wakes: boolean;
}

export class SimulatedClock implements Clock, SandboxClock {
  private time: number;
  /** Latest first: the next one is taken from the end. */
  private readonly due: Due[] = [];

  constructor(start = Date.UTC(2026, 0, 1)) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  after(ms: number, task: () => void): () => void {
    return this.add({ at: this.time + Math.max(0, ms), task, wakes: false });
  }

  during<T>(work: Promise<T>): Promise<T> {
    return work;
  }

  realMs(ms: number): number {
    return ms;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.add({ at: this.time + Math.max(0, ms), task: resolve, wakes: true });
    });
  }

  /** Moves time from one due task to the next until `work` has settled. Rejects where nothing is due and it has not. */
  async run<T>(work: Promise<T>): Promise<T> {
    const state = { settled: false };
    const settle = (): void => {
      state.settled = true;
    };
    work.then(settle, settle);
    for (;;) {
      await new Promise(setImmediate);
      if (state.settled) return work;
      this.step();
    }
  }

  /** Everything up to and including the next wake. */
  private step(): void {
    for (;;) {
      const next = this.due.pop();
      if (next === undefined) throw new Error('Nothing is due, and the work has not settled.');
      this.time = next.at;
      next.task();
      if (next.wakes) return;
    }
  }

  private add(added: Due): () => void {
    let [low, high] = [0, this.due.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      // Of those due at one time the first that was added is the first to come.
      if ((this.due[middle]?.at ?? 0) > added.at) low = middle + 1;
      else high = middle;
    }
    this.due.splice(low, 0, added);
    return () => {
      const at = this.due.indexOf(added);
      if (at >= 0) this.due.splice(at, 1);
    };
  }
}
