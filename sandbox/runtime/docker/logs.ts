/** A container's output as it comes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { demultiplexer, lineSplitter } from './frames.ts';
import { type Engine, segment } from './engine.ts';

/** Lines in a second of real time, for each container: beyond that the engine keeps them until the next. */
const LINES_A_SECOND = 2_000;

export interface Following {
  readonly engine: Engine;
  readonly containerId: string;
  readonly tell: (line: string) => void;
  /** The container has ended: the rest is read without pauses. */
  readonly hurry: AbortSignal;
  /** Ends it, whatever is left. */
  readonly stop: AbortSignal;
}

/** A stream that breaks while the container may still run is opened again after this real time. */
const AGAIN_MS = 2_000;

/**
 * Resolves when the container has ended and all is told, or `stop` came; never rejects. A container that writes faster
 * than `LINES_A_SECOND` is read later, not skipped, as far as the engine keeps its log (10 MB twice).
 */
export async function followLogs(following: Following): Promise<void> {
  const enough = AbortSignal.any([following.hurry, following.stop]);
  let since = 0;
  do {
    await followOnce(following, since, enough);
    since = Date.now();
    await sleep(AGAIN_MS, undefined, { signal: enough, ref: false }).catch(() => undefined);
  } while (!enough.aborted);
}

/** `since`: epoch milliseconds. */
async function followOnce(
  { engine, containerId, tell, stop }: Following,
  since: number,
  enough: AbortSignal,
): Promise<void> {
  const pace = paceOf(LINES_A_SECOND);
  const split = demultiplexer();
  const line = (text: string): void => {
    pace.count();
    tell(text);
  };
  const lines = { stdout: lineSplitter(line), stderr: lineSplitter(line) };
  try {
    const query = { follow: '1', stdout: '1', stderr: '1', since: String(since / 1_000) };
    const stream = await engine.open('GET', `/containers/${segment(containerId)}/logs`, { query, signal: stop });
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue;
      for (const { source, bytes } of split(chunk)) lines[source].push(bytes);
      await pace.keep(enough);
    }
  } catch {
    // The container is gone, or its engine: what became of it is told elsewhere.
  }
  lines.stdout.end();
  lines.stderr.end();
}

function paceOf(limit: number) {
  let since = Date.now();
  let counted = 0;
  return {
    count: (): void => {
      counted += 1;
    },
    /** Waits until the lines so far fit the limit, or `enough` comes. */
    async keep(enough: AbortSignal): Promise<void> {
      const due = (counted / limit) * 1_000 - (Date.now() - since);
      if (counted > limit && due > 0) await sleep(due, undefined, { signal: enough }).catch(() => undefined);
      if (Date.now() - since < 1_000) return;
      since = Date.now();
      counted = 0;
    },
  };
}
