/** Requests to the production listener while the demo deploys, and what became of them. */
import { type RunningSandbox } from '../../sandbox/server.ts';
import { type Write } from './show.ts';

const PER_SECOND = 20;
/** The longest that the sandbox's own load runs for. */
const SECONDS = 600;

export async function startTraffic({ url }: RunningSandbox): Promise<void> {
  const answer = await fetch(`${url}/_sandbox/traffic`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ listener: 'production', perSecond: PER_SECOND, seconds: SECONDS }),
  });
  if (!answer.ok) throw new Error(`The traffic did not start: ${await answer.text()}`);
}

/** Traffic for as long as the sandbox stays up: begun anew before each end. Returns what stops it. */
export function keepTraffic(running: RunningSandbox, say: (line: string) => void): () => void {
  const again = (): void => {
    startTraffic(running).catch((cause: unknown) => {
      say(cause instanceof Error ? cause.message : String(cause));
    });
  };
  again();
  const timer = setInterval(again, (SECONDS - 10) * 1_000);
  return () => {
    clearInterval(timer);
  };
}

export interface Answered {
  readonly requests: number;
  readonly failed: number;
}

/** By revision (`web:2`), on every listener together. */
export function answered({ sandbox }: RunningSandbox): ReadonlyMap<string, Answered> {
  const sums = new Map<string, Answered>();
  for (const revisions of sandbox.traffic.totals().values()) {
    for (const [revision, counts] of revisions) {
      const { requests, failed } = sums.get(revision) ?? { requests: 0, failed: 0 };
      const lost = counts.target5xx + counts.balancer4xx + counts.balancer5xx;
      sums.set(revision, { requests: requests + counts.requests, failed: failed + lost });
    }
  }
  return sums;
}

export function showTraffic(write: Write, running: RunningSandbox): void {
  const rows = [...answered(running)].map(([revision, { requests, failed }]) => {
    return `  ${revision || 'no target'}: ${requests} requests, ${failed} failed\n`;
  });
  write(`\nTraffic through the production listener, ${PER_SECOND} requests a second all the while:\n${rows.join('')}`);
}
