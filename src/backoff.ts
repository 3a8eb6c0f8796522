/** Milliseconds before attempt number `attempt` + 1: doubling up to 20 s, half of it at random. */
export function backoffMs(attempt: number, random: () => number): number {
  const most = Math.min(20_000, 1_000 * 2 ** attempt);
  return Math.round(most / 2 + (random() * most) / 2);
}
