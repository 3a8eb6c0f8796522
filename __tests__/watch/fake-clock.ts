import { type Clock } from '../../src/ports/clock.ts';

interface Timer {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands still until `run` steps it from one sleeper's end to the next. Any number may sleep. */
export class FakeClock implements Clock {
  private time: number;
  private timers: Timer[] = [];

  constructor(start = Date.UTC(2026, 0, 1)) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = { at: this.time + Math.max(0, ms), wake: resolve };
      this.timers.push(timer);
      signal?.addEventListener('abort', () => {
        this.timers = this.timers.filter((other) => other !== timer);
        resolve();
      });
    });
  }

  /** Does `work` at a time to come. */
  at(time: number, work: () => void): void {
    this.timers.push({ at: time, wake: work });
  }

  /** Steps until `work` has settled. */
  async run<T>(work: Promise<T>): Promise<T> {
    const state = { settled: false };
    const settle = (): void => {
      state.settled = true;
    };
    work.then(settle, settle);
    for (;;) {
      await new Promise(setImmediate);
      if (state.settled) return work;
      const [first] = this.timers.toSorted((one, other) => one.at - other.at);
      if (first === undefined) throw new Error('nobody sleeps, and the work is not done');
      this.timers = this.timers.filter((timer) => timer !== first);
      this.time = Math.max(this.time, first.at);
      first.wake();
    }
  }
}
