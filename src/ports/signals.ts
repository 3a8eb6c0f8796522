/** The runner cancels a step with SIGINT, and with SIGTERM 7.5 seconds later. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  /** When the signal came, epoch milliseconds. */
  readonly at: number;
  constructor(message: string, at = Date.now()) {
    super(message);
    this.at = at;
  }
}

/** Pressing Ctrl-C can deliver the same signal twice, by the terminal and by a parent process. */
const TWICE_MS = 2_000;

/**
 * Aborted, with an `Interruption`, on the first of the two signals. One that comes 2 seconds later or more finds a run
 * that did not end by itself, and ends the process at once.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  let first: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (first !== null && performance.now() - first >= TWICE_MS) process.exit(1);
      first ??= performance.now();
      controller.abort(new Interruption(`the run was cancelled (${signal})`));
    });
  }
  return controller.signal;
}

/** Ends the process though a call may still be under way: the runner gives a cancelled step few seconds. */
export function endProcess(): void {
  // Behind all that was written before.
  process.stdout.write('', () => process.exit());
}

/** Rejects with the signal's reason as soon as it aborts; what `work` then comes to is not waited for. */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => {
    reject(signal.reason as Error);
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
