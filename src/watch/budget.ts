const MINUTE_MS = 60_000;

/**
 * Planned calls to AWS a minute: in a shift, and in a long wait. A shift's fifteenth is kept for the look at the deployment
 * that confirms what the target shows.
 */
export const SHIFT_CALLS = 14;
export const WAIT_CALLS = 4;

/** When `cost` more calls fit into the last minute's budget. `calls`: when the earlier ones were made, oldest first. */
export function freeAt(calls: readonly number[], now: number, budget: number, cost: number): number {
  const recent = calls.filter((at) => at > now - MINUTE_MS);
  const surplus = recent.length + cost - budget;
  if (surplus <= 0) return now;
  return (recent[surplus - 1] ?? now - MINUTE_MS) + MINUTE_MS;
}

/** The calls that still count at `now`. */
export function recentCalls(calls: readonly number[], now: number): readonly number[] {
  return calls.filter((at) => at > now - MINUTE_MS);
}
