/** A container's output as it comes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { demultiplexer, lineSplitter } from './frames.ts';
import { type Engine, segment } from './engine.ts';

/** Lines in a second of real time, for each container: beyond that the engine keeps them until the next. */
const LINES_A_SECOND = 2_000;

/**
 * Resolves when the container has ended, or `signal` came; never rejects. A container that writes faster than
 * `LINES_A_SECOND` is read later, not skipped, as far as the engine keeps its log (10 MB twice).
 */
export async function followLogs(
  engine: Engine,
  id: string,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const budget = perSecond(LINES_A_SECOND);
  const split = demultiplexer();
  const line = (text: string): void => {
    budget.spend();
    tell(text);
  };
  const lines = { stdout: lineSplitter(line), stderr: lineSplitter(line) };
  try {
    const query = { follow: '1', stdout: '1', stderr: '1' };
    const stream = await engine.open('GET', `/containers/${segment(id)}/logs`, { query, signal });
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue;
      for (const { source, bytes } of split(chunk)) lines[source].push(bytes);
      await budget.pause(signal);
    }
  } catch {
    // The container is gone, or its engine: what became of it is told elsewhere.
  }
  lines.stdout.end();
  lines.stderr.end();
}

function perSecond(limit: number) {
  let since = Date.now();
  let spent = 0;
  return {
    spend: (): void => {
      spent += 1;
    },
    async pause(signal: AbortSignal): Promise<void> {
      const elapsed = Date.now() - since;
      if (elapsed < 1_000 && spent <= limit) return;
      if (spent > limit) await sleep(Math.max(0, (spent / limit) * 1_000 - elapsed), undefined, { signal });
      since = Date.now();
      spent = 0;
    },
  };
}
