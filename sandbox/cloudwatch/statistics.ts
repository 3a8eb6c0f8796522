/** Statistic sets: what CloudWatch keeps of the values of one minute. Pure. */

export interface StatisticSet {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

export const statisticNames = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'] as const;
export type StatisticName = (typeof statisticNames)[number];

export const statisticName = (text: string | undefined): StatisticName | undefined =>
  statisticNames.find((name) => name === text);

/** `times` values that are all `value`. */
export const repeated = (value: number, times: number): StatisticSet => ({
  count: times,
  sum: value * times,
  min: value,
  max: value,
});

export const merge = (a: StatisticSet, b: StatisticSet): StatisticSet => ({
  count: a.count + b.count,
  sum: a.sum + b.sum,
  min: Math.min(a.min, b.min),
  max: Math.max(a.max, b.max),
});

export function statisticOf(set: StatisticSet, name: StatisticName): number {
  switch (name) {
    case 'SampleCount':
      return set.count;
    case 'Average':
      return set.sum / set.count;
    case 'Sum':
      return set.sum;
    case 'Minimum':
      return set.min;
    case 'Maximum':
      return set.max;
  }
}
