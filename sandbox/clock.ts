/** The sandbox's only source of time. Times are epoch milliseconds of the emulated AWS. */
export interface Clock {
  now(): number;
  /** Runs `task` once, `ms` emulated milliseconds from now. The returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** A clock that moves only when told to. */
export interface SteppedClock extends Clock {
  /** Moves time on by `ms`, running every task that falls due, in order of its time. */
  advance(ms: number): void;
}

/** Real time, run `speed` times as fast (1 = as on AWS). Pending tasks do not keep the process alive. */
export function realClock(speed = 1): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * speed,
    after(ms, task) {
      const timer = setTimeout(task, ms / speed).unref();
      return () => {
        clearTimeout(timer);
      };
    },
  };
}

interface Due {
  readonly at: number;
  readonly task: () => void;
}

export function steppedClock(start = Date.UTC(2026, 0, 1)): SteppedClock {
  let now = start;
  const queue = new Set<Due>();
  const next = (until: number): Due | undefined =>
    [...queue].filter((due) => due.at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after(ms, task) {
      const due = { at: now + ms, task };
      queue.add(due);
      return () => {
        queue.delete(due);
      };
    },
    advance(ms) {
      const until = now + ms;
      for (let due = next(until); due; due = next(until)) {
        queue.delete(due);
        now = due.at;
        due.task();
      }
      now = until;
    },
  };
}
