import { type Sandbox } from '../operation.ts';
import { BALANCER_NAMESPACE, balancerMetric } from './balancer-metrics.ts';
import { type Metric, type MinuteReader } from './metric.ts';
import { merge, type StatisticSet } from './statistics.ts';

const MINUTE_MS = 60_000;

/** Windows of time that follow each other: the first begins at `start`, each is `periodMs` long. All in milliseconds. */
export interface Grid {
  readonly start: number;
  readonly periodMs: number;
  readonly count: number;
}

export const windowsOf = ({ start, periodMs, count }: Grid): number[] =>
  Array.from({ length: count }, (_, index) => start + index * periodMs);

/** Windows from `from` (rounded down to `step`) until `to`, exclusive. */
export function gridBetween(from: number, to: number, periodMs: number, step = periodMs): Grid {
  const start = Math.floor(from / step) * step;
  return { start, periodMs, count: Math.max(0, Math.ceil((to - start) / periodMs)) };
}

function reader(sandbox: Sandbox, metric: Metric): MinuteReader {
  if (metric.namespace === BALANCER_NAMESPACE) return balancerMetric(sandbox, metric) ?? (() => null);
  return (minute) => sandbox.world.cloudwatch.metrics.at(metric, minute);
}

/** What is kept of the past: nothing older is looked for. */
const KEPT_MS = 25 * 60 * MINUTE_MS;

/** The set of each window that has one, by the window's start. */
export function readSets(sandbox: Sandbox, metric: Metric, grid: Grid): ReadonlyMap<number, StatisticSet> {
  const read = reader(sandbox, metric);
  const now = sandbox.clock.now();
  const sets = new Map<number, StatisticSet>();
  for (const start of windowsOf(grid)) {
    const from = Math.max(start, now - KEPT_MS);
    const to = Math.min(start + grid.periodMs, now + 2 * 60 * MINUTE_MS);
    for (let minute = Math.floor(from / MINUTE_MS); minute * MINUTE_MS < to; minute += 1) {
      const set = read(minute);
      const before = sets.get(start);
      if (set) sets.set(start, before ? merge(before, set) : set);
    }
  }
  return sets;
}
