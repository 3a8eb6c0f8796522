import { duration } from '../report/duration.ts';
import { type Limit } from './smoke-test.ts';

const MINUTE_MS = 60_000;

/** Kept of the group's wait, so that the word to go on comes in time. */
const RESERVE_MS = 15_000;

/** How long the test may take: what the input says, and no longer than the group still waits. `readyAt`, `now`: one clock. */
export function testLimit(minutes: number, wait: { readyMs: number; readyAt: number; now: number }): Limit {
  const { readyMs, readyAt, now } = wait;
  const asked = minutes * MINUTE_MS;
  const left = Math.min(readyMs, readyAt + readyMs - now) - Math.min(RESERVE_MS, readyMs / 4);
  if (asked <= left) return { ms: asked, words: `${duration(asked)} (smoke-test-minutes)` };
  const ms = Math.max(0, left);
  return { ms, words: `${duration(ms)}, what is left of the ${duration(readyMs)} that the deployment group waits` };
}
