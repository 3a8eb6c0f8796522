import { setImmediate as turn } from 'node:timers/promises';

/** Lets other work of the process go on while a context is hashed. */
export interface Pace {
  /** To be awaited where it gives something; null where it is not yet time. */
  breathe(): Promise<void> | null;
}

/** How long other work waits, at most, beside the reading of one piece. */
const SLICE_MS = 8;

/** Ends each slice of work with a turn of the event loop, and with the signal's reason once that is aborted. */
export function createPace(signal?: AbortSignal): Pace {
  let begun = performance.now();
  return {
    breathe: () => {
      if (performance.now() - begun < SLICE_MS) return null;
      return turn().then(() => {
        signal?.throwIfAborted();
        begun = performance.now();
      });
    },
  };
}
