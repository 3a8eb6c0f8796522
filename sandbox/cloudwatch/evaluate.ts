/** Evaluates the alarms, once a minute of the sandbox's clock for as long as there are any. */
import { type MetricStat } from '@aws-sdk/client-cloudwatch';
import { AwsError, type Sandbox } from '../operation.ts';
import { type Alarm, type AlarmDefinition } from '../world/cloudwatch.ts';
import { setState } from './alarm-state.ts';
import { hostsNow } from './balancer-metrics.ts';
import { type Grid, readSets, windowsOf } from './datapoints.ts';
import { type Datapoint, evaluationRange, judge, type Rules, treatments } from './judge.ts';
import { type Series } from './math.ts';
import { metricOf } from './metric.ts';
import { periodOf, readQueries, seriesOf } from './queries.ts';
import { reasonData, reasonOf } from './reasons.ts';
import { statisticName, statisticOf } from './statistics.ts';

const MINUTE_MS = 60_000;

/** Plans the next evaluation unless it is planned; without alarms nothing is. */
export function keepEvaluating(sandbox: Sandbox): void {
  const { world, clock } = sandbox;
  const { cloudwatch } = world;
  if (cloudwatch.evaluating || cloudwatch.alarms.size === 0) return;
  cloudwatch.evaluating = true;
  const now = clock.now();
  clock.after((Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS - now, () => {
    cloudwatch.evaluating = false;
    evaluateAll(sandbox);
    keepEvaluating(sandbox);
  });
}

function evaluateAll(sandbox: Sandbox): void {
  const { world, clock } = sandbox;
  // Half a second of grace, for a clock that comes to the minute a little early by its rounding.
  const end = Math.floor((clock.now() + 500) / MINUTE_MS) * MINUTE_MS;
  world.cloudwatch.hosts.add(end / MINUTE_MS - 1, hostsNow(world));
  for (const alarm of world.cloudwatch.alarms.values()) {
    if (!world.alarms.has(alarm.name)) tryAlarm(sandbox, alarm, end);
  }
}

/** An expression whose fault shows with certain datapoints only must not end the process that the clock runs in. */
function tryAlarm(sandbox: Sandbox, alarm: Alarm, end: number): void {
  try {
    evaluateAlarm(sandbox, alarm, end);
  } catch (cause) {
    if (!(cause instanceof AwsError)) throw cause;
    if (alarm.state === 'INSUFFICIENT_DATA') return;
    setState(sandbox, alarm, { state: 'INSUFFICIENT_DATA', reason: cause.message, reasonData: null });
  }
}

export const rulesOf = (definition: AlarmDefinition): Rules => ({
  comparison: definition.ComparisonOperator,
  threshold: definition.Threshold,
  evaluationPeriods: definition.EvaluationPeriods,
  datapointsToAlarm: definition.DatapointsToAlarm ?? definition.EvaluationPeriods,
  treatMissing: treatments.find((each) => each === definition.TreatMissingData) ?? 'missing',
});

/** `end`: epoch milliseconds, the end of the last period that is looked at. */
function evaluateAlarm(sandbox: Sandbox, alarm: Alarm, end: number): void {
  const { definition } = alarm;
  const rules = rulesOf(definition);
  const { periodSeconds, series } = watched(sandbox, definition);
  const periodMs = periodSeconds * 1000;
  const count = evaluationRange(rules.evaluationPeriods);
  const grid = { start: end - count * periodMs, periodMs, count };
  const values = series(grid);
  const range: Datapoint[] = windowsOf(grid).map((time) => ({ time, value: values.get(time) ?? null }));
  const verdict = judge(range, rules);
  if (verdict.state === null || verdict.state === alarm.state) return;
  setState(sandbox, alarm, {
    state: verdict.state,
    reason: reasonOf(verdict, rules, alarm.state, verdict.state),
    reasonData: reasonData(verdict, rules, { at: sandbox.clock.now(), periodSeconds, statistic: definition.Statistic }),
  });
}

interface Watched {
  readonly periodSeconds: number;
  readonly series: (grid: Grid) => Series;
}

function watched(sandbox: Sandbox, definition: AlarmDefinition): Watched {
  if (!definition.Metrics) {
    const { Statistic: Stat, Period = 60 } = definition;
    return { periodSeconds: Period, series: (grid) => readStat(sandbox, { Metric: definition, Period, Stat }, grid) };
  }
  const queries = readQueries(definition.Metrics);
  const watchedId = queries.find(({ returned }) => returned)?.id ?? '';
  const series = (grid: Grid): Series =>
    seriesOf(queries, watchedId, windowsOf(grid), (stat) => readStat(sandbox, stat, grid));
  return { periodSeconds: periodOf(queries), series };
}

/** A metric's statistic in each window of the grid that has datapoints. */
export function readStat(sandbox: Sandbox, { Metric, Stat }: MetricStat, grid: Grid): Series {
  const name = statisticName(Stat) ?? 'Average';
  const sets = readSets(sandbox, metricOf(Metric ?? {}), grid);
  return new Map([...sets].map(([time, set]) => [time, statisticOf(set, name)]));
}
