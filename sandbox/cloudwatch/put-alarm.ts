import { type PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { arn } from '../ids.ts';
import { AwsError, type Sandbox } from '../operation.ts';
import { type Alarm, type AlarmDefinition, type Comparison } from '../world/cloudwatch.ts';
import { record } from './alarm-state.ts';
import { keepEvaluating } from './evaluate.ts';
import { comparisons, treatments } from './judge.ts';
import { checkPeriod, checkStatistic, periodOf, readQueries, seriesOf } from './queries.ts';

const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

const DAY_SECONDS = 86_400;
/** CloudWatch quotas: alarms of a region. */
const MOST_ALARMS = 5_000;

/** Makes an alarm or changes one; a changed one keeps its state until its next evaluation. */
export function putAlarm(sandbox: Sandbox, input: PutMetricAlarmInput): Alarm {
  const { world, clock } = sandbox;
  const { AlarmName: name = '' } = input;
  if (name.length < 1 || name.length > 255) throw invalid('AlarmName must have 1 to 255 characters.');
  const definition = readDefinition(input);
  if (world.cloudwatch.alarms.size >= MOST_ALARMS && !world.cloudwatch.alarms.has(name)) {
    throw new AwsError('LimitExceededFault', `At most ${MOST_ALARMS} alarms are allowed.`);
  }
  const now = clock.now();
  const before = world.cloudwatch.alarms.get(name);
  const alarm: Alarm = before ?? {
    arn: arn(world, 'cloudwatch', `alarm:${name}`),
    name,
    tags: new Map((input.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
    definition,
    actionsEnabled: true,
    configuredAt: now,
    state: 'INSUFFICIENT_DATA',
    reason: 'Unchecked: Initial alarm creation',
    reasonData: null,
    stateAt: now,
    changedAt: now,
  };
  alarm.definition = definition;
  alarm.actionsEnabled = input.ActionsEnabled ?? true;
  alarm.configuredAt = now;
  world.cloudwatch.alarms.set(name, alarm);
  recordConfiguration(sandbox, name, before ? 'updated' : 'created');
  keepEvaluating(sandbox);
  return alarm;
}

export function recordConfiguration(sandbox: Sandbox, name: string, done: 'created' | 'updated' | 'deleted'): void {
  const types = { created: 'Create', updated: 'Update', deleted: 'Delete' } as const;
  record(sandbox, {
    alarm: name,
    at: sandbox.clock.now(),
    type: 'ConfigurationUpdate',
    summary: `Alarm "${name}" ${done}`,
    data: JSON.stringify({ version: '1.0', type: types[done] }),
  });
}

function readDefinition(input: PutMetricAlarmInput): AlarmDefinition {
  refuseUnknown(input);
  const { EvaluationPeriods, Threshold, DatapointsToAlarm, TreatMissingData } = input;
  const ComparisonOperator = readComparison(input.ComparisonOperator);
  if (Threshold === undefined) throw invalid('Threshold is required for an alarm with a static threshold.');
  if (EvaluationPeriods === undefined || !Number.isInteger(EvaluationPeriods) || EvaluationPeriods < 1) {
    throw invalid('EvaluationPeriods must be a whole number of 1 or more.');
  }
  if (DatapointsToAlarm !== undefined && (DatapointsToAlarm < 1 || DatapointsToAlarm > EvaluationPeriods)) {
    throw invalid('DatapointsToAlarm must be from 1 to EvaluationPeriods.');
  }
  if (TreatMissingData !== undefined && !treatments.some((each) => each === TreatMissingData)) {
    throw invalid(`Value '${TreatMissingData}' at 'treatMissingData' must be one of ${treatments.join(', ')}.`);
  }
  const periodSeconds = input.Metrics === undefined ? checkMetric(input) : checkMetrics(input);
  if (EvaluationPeriods * periodSeconds > DAY_SECONDS) {
    throw invalid(
      `Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= ${DAY_SECONDS}); ` +
        'the seven days that AWS allows for periods of an hour and more are not emulated.',
    );
  }
  return { ...definitionOf(input), EvaluationPeriods, Threshold, ComparisonOperator };
}

const definitionOf = (
  input: PutMetricAlarmInput,
): Omit<AlarmDefinition, 'EvaluationPeriods' | 'Threshold' | 'ComparisonOperator'> => ({
  AlarmDescription: input.AlarmDescription,
  OKActions: input.OKActions ?? [],
  AlarmActions: input.AlarmActions ?? [],
  InsufficientDataActions: input.InsufficientDataActions ?? [],
  MetricName: input.MetricName,
  Namespace: input.Namespace,
  Statistic: input.Statistic,
  Dimensions: input.Metrics === undefined ? (input.Dimensions ?? []) : undefined,
  Period: input.Period,
  Unit: input.Unit,
  DatapointsToAlarm: input.DatapointsToAlarm,
  TreatMissingData: input.TreatMissingData,
  Metrics: input.Metrics,
});

/** What would change the outcome and is not looked at must not be accepted. */
const unknown = [
  'ExtendedStatistic',
  'EvaluateLowSampleCountPercentile',
  'ThresholdMetricId',
  'EvaluationWindow',
  'WarmUpConfiguration',
  'EvaluationCriteria',
  'EvaluationInterval',
  'ActionConfiguration',
] as const;

function refuseUnknown(input: PutMetricAlarmInput): void {
  const given = unknown.filter((name) => input[name] !== undefined);
  if (given.length > 0) throw invalid(`${given.join(', ')} of PutMetricAlarm: not emulated by this sandbox.`);
}

function readComparison(given: string | undefined): Comparison {
  const all = Object.keys(comparisons).filter((name): name is Comparison => name in comparisons);
  const found = all.find((name) => name === given);
  if (found) return found;
  throw invalid(
    `ComparisonOperator must be one of ${all.join(', ')} (anomaly detection is not emulated); received ${given ?? 'none'}.`,
  );
}

/** Returns the period in seconds. */
function checkMetric({ MetricName, Namespace, Statistic, Period }: PutMetricAlarmInput): number {
  if (MetricName === undefined || Namespace === undefined) {
    throw invalid('Give MetricName and Namespace, or Metrics.');
  }
  checkStatistic(Statistic);
  checkPeriod(Period);
  return Period ?? 60;
}

function checkMetrics(input: PutMetricAlarmInput): number {
  const single = (['MetricName', 'Namespace', 'Dimensions', 'Period', 'Unit', 'Statistic'] as const).find(
    (name) => input[name] !== undefined,
  );
  // AWS's words and code: github.com/aws-cloudformation/cfn-lint/issues/766.
  if (single !== undefined) throw invalid(`${single} should not be set if list of Metrics is set.`);
  const queries = readQueries(input.Metrics ?? []);
  const [watched, ...more] = queries.filter(({ returned }) => returned);
  if (!watched || more.length > 0) throw invalid('Exactly one element of the metrics list should return data.');
  // That it is one time series, and not several.
  seriesOf(queries, watched.id, [], () => new Map<number, number>());
  return periodOf(queries);
}
