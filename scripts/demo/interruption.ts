/** Ctrl+C, a closed terminal, and an output that nobody reads any more: the demo ends in order, wherever it is. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** What the work comes to; rejects with `Interrupted` as soon as the demo is to end. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when the demo is to end. */
  readonly wanted: Promise<void>;
}

export class Interrupted extends Error {
  constructor() {
    super('The demo was interrupted.');
  }
}

/** `ended` is told the signal, for what runs in a process of its own; an output that broke counts as SIGINT. */
export function listenForInterruption(ended: (signal: NodeJS.Signals) => void): Interruption {
  const controller = new AbortController();
  const interrupt = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) return;
    controller.abort(new Interrupted());
    ended(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupt(signal);
    });
  }
  process.stdout.on('error', () => {
    interrupt('SIGINT');
  });
  const { signal } = controller;
  const wanted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
  const never = wanted.then(() => {
    throw new Interrupted();
  });
  never.catch(() => undefined);
  return { signal, wanted, during: (work) => Promise.race([work, never]) };
}
