import { type Metric, metricKey } from './metric.ts';
import { merge, type StatisticSet } from './statistics.ts';

/** Alarms look back over a day at most; a little more is kept. */
const MINUTES_KEPT = 25 * 60;
const METRICS_KEPT = 1_000;

interface Series {
  readonly metric: Metric;
  /** In the order in which the minutes were first reported. */
  readonly minutes: Map<number, StatisticSet>;
}

/** Custom metrics by the minute. Private, so that a look at the whole world does not list every datapoint. */
export class MetricStore {
  readonly #series = new Map<string, Series>();

  put(metric: Metric, minute: number, set: StatisticSet): void {
    const key = metricKey(metric);
    const series = this.#series.get(key) ?? { metric, minutes: new Map<number, StatisticSet>() };
    // The metric that was reported longest ago goes first.
    this.#series.delete(key);
    this.#series.set(key, series);
    const before = series.minutes.get(minute);
    series.minutes.set(minute, before ? merge(before, set) : set);
    drop(series.minutes, MINUTES_KEPT);
    drop(this.#series, METRICS_KEPT);
  }

  at(metric: Metric, minute: number): StatisticSet | null {
    return this.#series.get(metricKey(metric))?.minutes.get(minute) ?? null;
  }

  list(): Metric[] {
    return [...this.#series.values()].map(({ metric }) => metric);
  }
}

function drop<Key>(map: Map<Key, unknown>, kept: number): void {
  for (const key of map.keys()) {
    if (map.size <= kept) return;
    map.delete(key);
  }
}
