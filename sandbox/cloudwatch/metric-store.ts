import { type Metric, metricKey } from './metric.ts';
import { merge, type StatisticSet } from './statistics.ts';

/** Alarms look back over a day at most; a little more is kept. */
export const MINUTES_KEPT = 25 * 60;
/** Of all metrics together. */
export const SETS_KEPT = 100_000;

interface Series {
  readonly metric: Metric;
  /** In the order in which the minutes were first reported. */
  readonly minutes: Map<number, StatisticSet>;
}

/** Custom metrics by the minute. Private, so that a look at the whole world does not list every datapoint. */
export class MetricStore {
  /** The metric that was reported longest ago comes first. */
  readonly #series = new Map<string, Series>();
  #sets = 0;

  put(metric: Metric, minute: number, set: StatisticSet): void {
    const key = metricKey(metric);
    const series = this.#series.get(key) ?? { metric, minutes: new Map<number, StatisticSet>() };
    this.#series.delete(key);
    this.#series.set(key, series);
    const before = series.minutes.get(minute);
    series.minutes.set(minute, before ? merge(before, set) : set);
    if (!before) this.#sets += 1;
    this.#bound(series);
  }

  at(metric: Metric, minute: number): StatisticSet | null {
    return this.#series.get(metricKey(metric))?.minutes.get(minute) ?? null;
  }

  list(): Metric[] {
    return [...this.#series.values()].map(({ metric }) => metric);
  }

  #bound({ minutes }: Series): void {
    const [oldest] = minutes.keys();
    if (oldest !== undefined && minutes.size > MINUTES_KEPT) {
      minutes.delete(oldest);
      this.#sets -= 1;
    }
    for (const [key, series] of this.#series) {
      if (this.#sets <= SETS_KEPT) break;
      this.#series.delete(key);
      this.#sets -= series.minutes.size;
    }
  }
}
