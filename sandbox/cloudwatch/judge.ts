/** What an alarm's datapoints make of it (CloudWatch user guide, "Configuring how alarms treat missing data"). Pure. */
import { type AlarmState, type Comparison } from '../world/cloudwatch.ts';

export interface Rules {
  readonly comparison: Comparison;
  readonly threshold: number;
  /** N and M of "M out of N". */
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly treatMissing: TreatMissing;
}

export const treatments = ['missing', 'notBreaching', 'breaching', 'ignore'] as const;
export type TreatMissing = (typeof treatments)[number];

export interface Datapoint {
  /** Start of its period, epoch milliseconds. */
  readonly time: number;
  /** null where nothing was reported. */
  readonly value: number | null;
}

export interface Verdict {
  /** null: the alarm stays as it is. */
  readonly state: AlarmState | null;
  /** The datapoints that were decided on, oldest first, each with its value. */
  readonly used: readonly { readonly time: number; readonly value: number }[];
  /** How many of `used` breach. */
  readonly breaching: number;
  /** How many periods had to be filled in. */
  readonly filled: number;
}

/** The user guide's example looks at two periods more than it evaluates; how many it is otherwise is not documented. */
export const evaluationRange = (evaluationPeriods: number): number => evaluationPeriods + 2;

export const comparisons: Readonly<Record<Comparison, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/** `range`: the last periods, oldest first, `evaluationRange` of them. */
export function judge(range: readonly Datapoint[], rules: Rules): Verdict {
  const { evaluationPeriods, datapointsToAlarm, threshold } = rules;
  const breaches = ({ value }: { readonly value: number }): boolean => comparisons[rules.comparison](value, threshold);
  // Real datapoints come first, those from farther back too; only what is then lacking is filled in.
  const used = range.flatMap(({ time, value }) => (value === null ? [] : [{ time, value }])).slice(-evaluationPeriods);
  const breaching = used.filter(breaches).length;
  const filled = evaluationPeriods - used.length;
  const byCount = (count: number): AlarmState => (count >= datapointsToAlarm ? 'ALARM' : 'OK');
  const verdict = (state: AlarmState | null): Verdict => ({ state, used, breaching, filled });
  if (filled === 0) return verdict(byCount(breaching));
  switch (rules.treatMissing) {
    case 'breaching':
      return verdict(byCount(breaching + filled));
    case 'notBreaching':
      return verdict(byCount(breaching));
    case 'missing':
    case 'ignore': {
      if (used.length > breaching || breaching >= datapointsToAlarm) return verdict(byCount(breaching));
      if (rules.treatMissing === 'ignore') return verdict(null);
      return verdict(oldEnough(range, used[0], datapointsToAlarm) ? 'ALARM' : 'INSUFFICIENT_DATA');
    }
  }
}

/** All that is there breaches: an alarm all the same once the oldest is as many periods old as datapoints are asked for. */
function oldEnough(range: readonly Datapoint[], oldest: { readonly time: number } | undefined, age: number): boolean {
  const place = range.findIndex(({ time }) => time === oldest?.time);
  return place >= 0 && range.length - place >= age;
}
