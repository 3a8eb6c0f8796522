/** The sandbox's only source of time. Times are epoch milliseconds of the emulated AWS. */
export interface Clock {
  now(): number;
  /**
   * Runs `task` once, `ms` emulated milliseconds from now; tasks run in the order of their times, those of one time in
   * the order in which they were given. The returned function cancels it.
   */
  after(ms: number, task: () => void): () => void;
  /** Real work (a request, a container's start) whose outcome belongs to this moment: stepped time waits for it. */
  during<T>(work: Promise<T>): Promise<T>;
  /** How many real milliseconds so many emulated ones take; stepped time counts as real. */
  realMs(ms: number): number;
}

/** A clock that moves only when told to. */
export interface SteppedClock extends Clock {
  /** Moves time on by `ms`, running every task that falls due, in order of its time. Waits for nothing. */
  advance(ms: number): void;
  /** The same, but real work that was begun is waited for before time goes on. */
  advanceThrough(ms: number): Promise<void>;
}

/** Real time whose speed can be changed while it runs. */
export interface RealClock extends Clock {
  speed(): number;
  /** Above 0. Time goes on from where it is; what is pending falls due by the new speed. */
  setSpeed(speed: number): void;
}

export const isAdjustable = (clock: Clock): clock is RealClock => 'setSpeed' in clock;

/** Emulated milliseconds: `ms`, or as many as `realMs` real ones are where that is more. */
export const noShorter = (clock: Clock, ms: number, realMs: number): number => Math.max(ms, realMs / clock.realMs(1));

/** setTimeout takes no longer delay (Node.js documentation, `setTimeout`): a later task is looked at again. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Real time, run `speed` times as fast (1 = as on AWS). Pending tasks do not keep the process alive.
 *
 * One timer for all tasks: with one each, a busy process that comes late runs them in another order than their times'.
 */
export function realClock(initialSpeed = 1): RealClock {
  let speed = initialSpeed;
  let from = { real: Date.now(), emulated: Date.now() };
  const queue = new Queue();
  const now = (real = Date.now()): number => from.emulated + (real - from.real) * speed;
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    clearTimeout(timer);
    const first = queue.first();
    if (first === undefined) return;
    const delay = Math.max(0, Math.ceil((first.at - now()) / speed));
    timer = setTimeout(run, Math.min(delay, LONGEST_TIMEOUT_MS)).unref();
  };
  const run = (): void => {
    try {
      for (let due = queue.take(now()); due; due = queue.take(now())) due.task();
    } finally {
      arm();
    }
  };
  return {
    now: () => now(),
    after(ms, task) {
      const due = queue.add(now() + ms, task);
      arm();
      return () => {
        queue.remove(due);
      };
    },
    during: (work) => work,
    realMs: (ms) => ms / speed,
    speed: () => speed,
    setSpeed(wanted) {
      const real = Date.now();
      from = { real, emulated: now(real) };
      speed = wanted;
      arm();
    },
  };
}

export function steppedClock(start = Date.UTC(2026, 0, 1)): SteppedClock {
  let now = start;
  const queue = new Queue();
  const work = new Work();
  return {
    now: () => now,
    after(ms, task) {
      const due = queue.add(now + ms, task);
      return () => {
        queue.remove(due);
      };
    },
    advance(ms) {
      const until = now + ms;
      for (let due = queue.take(until); due; due = queue.take(until)) {
        now = due.at;
        due.task();
      }
      now = until;
    },
    async advanceThrough(ms) {
      const until = now + ms;
      await work.settled();
      for (let due = queue.take(until); due; due = queue.take(until)) {
        now = due.at;
        due.task();
        await work.settled();
      }
      now = until;
    },
    during: (begun) => work.add(begun),
    realMs: (ms) => ms,
  };
}

/** Real work that is under way. */
class Work {
  private readonly begun = new Set<Promise<unknown>>();

  add<T>(promise: Promise<T>): Promise<T> {
    const tracked = promise.finally(() => this.begun.delete(tracked));
    this.begun.add(tracked);
    return tracked;
  }

  async settled(): Promise<void> {
    while (this.begun.size > 0) await Promise.allSettled(this.begun);
  }
}

interface Due {
  readonly at: number;
  readonly task: () => void;
}

/** Tasks by their times, the earliest first. */
class Queue {
  private readonly tasks: Due[] = [];

  add(at: number, task: () => void): Due {
    const due = { at, task };
    this.tasks.splice(this.placeOf(at), 0, due);
    return due;
  }

  first(): Due | undefined {
    return this.tasks[0];
  }

  /** Takes the earliest out, if it is due at `now`. */
  take(now: number): Due | undefined {
    const first = this.tasks[0];
    return first !== undefined && first.at <= now ? this.tasks.shift() : undefined;
  }

  remove(due: Due): void {
    const at = this.tasks.indexOf(due);
    if (at >= 0) this.tasks.splice(at, 1);
  }

  /** Behind all that are due no later. */
  private placeOf(at: number): number {
    let low = 0;
    let high = this.tasks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.tasks[middle]?.at ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
