/** Groups calls, in the order of their arrival, that arrived side by side: a gap of `gapMs` begins the next wave. */
export function wavesOf<Call extends { readonly at: number }>(calls: readonly Call[], gapMs: number): Call[][] {
  const waves: Call[][] = [];
  let last = -Infinity;
  for (const call of calls) {
    if (call.at - last >= gapMs) waves.push([]);
    waves.at(-1)?.push(call);
    last = call.at;
  }
  return waves;
}

/** The most times within any minute, of those from `from` on and before `to`. Times are milliseconds, ascending. */
export function busiestMinute(times: readonly number[], from = -Infinity, to = Infinity): number {
  const within = times.filter((at) => at >= from && at < to);
  let most = 0;
  let oldest = 0;
  for (const [newest, at] of within.entries()) {
    while ((within[oldest] ?? at) <= at - 60_000) oldest += 1;
    most = Math.max(most, newest - oldest + 1);
  }
  return most;
}
