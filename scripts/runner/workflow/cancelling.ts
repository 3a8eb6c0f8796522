/** Ends a process as the runner does when a run is cancelled: SIGINT, SIGTERM 7.5 s later, SIGKILL 2.5 s after that. */
import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** [SIGNAL, milliseconds before it] */
const SIGNALS = [
  ['SIGINT', 0],
  ['SIGTERM', 7_500],
  ['SIGKILL', 2_500],
] as const;

/** Watches for the cancel from now until the process ends. One that is started after it runs to its end. */
export function endOnCancel(child: ChildProcess, cancel: AbortSignal | undefined): void {
  const ended = new AbortController();
  const end = async (): Promise<void> => {
    for (const [signal, afterMs] of SIGNALS) {
      await sleep(afterMs, null, { signal: ended.signal });
      child.kill(signal);
    }
  };
  const begin = (): void => void end().catch(() => undefined);
  cancel?.addEventListener('abort', begin, { once: true, signal: ended.signal });
  child.once('close', () => {
    ended.abort();
  });
}

/** Resolves with what `work` does, or with null at the cancel. */
export async function unlessCancelled<T>(work: Promise<T>, cancel: AbortSignal | undefined): Promise<T | null> {
  if (cancel === undefined) return work;
  if (cancel.aborted) return null;
  const done = new AbortController();
  try {
    return await Promise.race([work, once(cancel, 'abort', { signal: done.signal }).then(() => null)]);
  } finally {
    done.abort();
  }
}
