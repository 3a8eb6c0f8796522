import { type Clock } from '../ports/clock.ts';

export interface Cut {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What `work` comes to; null where it has not come to its end `ms` after the signal aborted. It is not waited for then. */
export async function unlessCut<T>(work: Promise<T>, ms: number, { clock, signal }: Cut): Promise<T | null> {
  const done = new AbortController();
  const cut = aborted(AbortSignal.any([signal, done.signal]))
    .then(() => clock.sleep(ms, done.signal))
    .then(() => null);
  try {
    return await Promise.race([work, cut]);
  } finally {
    done.abort();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      resolve();
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
