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

/**
 * Resolves when the container has ended and all is told, or `stop` came; never rejects. A container that writes faster
 * than `LINES_A_SECOND` is read later, not skipped, as far as the engine keeps its log (10 MB twice).
 */
export async function followLogs({ engine, containerId, tell, hurry, stop }: Following): Promise<void> {
  const pace = paceOf(LINES_A_SECOND);
  const split = demultiplexer();
  const line = (text: string): void => {
    pace.count();
    tell(text);
  };
  const lines = { stdout: lineSplitter(line), stderr: lineSplitter(line) };
  try {
    const query = { follow: '1', stdout: '1', stderr: '1' };
    const path = `/containers/${segment(containerId)}/logs`;
    const stream = await engine.open('GET', path, { query, signal: stop });
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue;
      for (const { source, bytes } of split(chunk)) lines[source].push(bytes);
      await pace.keep(AbortSignal.any([hurry, stop]));
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
