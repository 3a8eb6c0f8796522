import { type MetricDatum, PutMetricData$, type PutMetricDataInput } from '@aws-sdk/client-cloudwatch';
import { metricOf } from '../../cloudwatch/metric.ts';
import { invalidValue } from '../../cloudwatch/queries.ts';
import { merge, repeated, type StatisticSet } from '../../cloudwatch/statistics.ts';
import { AwsError, operation } from '../../operation.ts';
import { combination } from './shared.ts';

const HOUR_MS = 60 * 60_000;

/** Kept by the minute for a day, high resolution or not. */
export const putMetricData = operation<PutMetricDataInput, object>(PutMetricData$, (input, sandbox) => {
  const { Namespace = '', MetricData: data = [] } = input;
  if (input.EntityMetricData?.length)
    throw invalidValue('EntityMetricData is not emulated by this sandbox; send MetricData.');
  if (!/^[^:].{0,254}$/.test(Namespace) || Namespace.startsWith('AWS/')) {
    throw invalidValue('Namespace must have 1 to 255 characters and must not begin with AWS/ or a colon.');
  }
  if (data.length === 0)
    throw new AwsError('MissingRequiredParameterException', 'The parameter MetricData is required.');
  if (data.length > 1000) throw invalidValue('MetricData must hold at most 1000 data.');
  const now = sandbox.clock.now();
  const read = data.map((datum, index) => readDatum(datum, index, now));
  read.forEach(({ at, set }, index) => {
    const metric = metricOf({ ...data[index], Namespace });
    sandbox.world.cloudwatch.metrics.put(metric, Math.floor(at / 60_000), set);
  });
  return {};
});

function readDatum(datum: MetricDatum, index: number, now: number): { at: number; set: StatisticSet } {
  const name = `MetricData.member.${index + 1}`;
  if (!datum.MetricName) throw invalidValue(`${name}.MetricName must not be empty.`);
  if ((datum.Dimensions ?? []).length > 30) throw invalidValue(`${name}.Dimensions must hold at most 30 dimensions.`);
  const at = datum.Timestamp?.getTime() ?? now;
  if (at < now - 14 * 24 * HOUR_MS || at > now + 2 * HOUR_MS) {
    throw invalidValue(`${name}.Timestamp must be within the past two weeks and the next two hours.`);
  }
  return { at, set: setOf(datum, name) };
}

function setOf({ Value, Values, Counts, StatisticValues }: MetricDatum, name: string): StatisticSet {
  const given = [Value, Values, StatisticValues].filter((each) => each !== undefined);
  if (given.length !== 1) throw combination(`${name} must have exactly one of Value, Values and StatisticValues.`);
  if (StatisticValues) {
    const { SampleCount: count = 0, Sum: sum = 0, Minimum: min = 0, Maximum: max = 0 } = StatisticValues;
    if (count <= 0 || min > max)
      throw invalidValue(`${name}.StatisticValues: SampleCount must be above 0, Minimum at most Maximum.`);
    return { count, sum, min, max };
  }
  const values = Values ?? [Value ?? 0];
  if (values.length < 1 || values.length > 150) throw invalidValue(`${name}.Values must hold 1 to 150 values.`);
  if (Counts && Counts.length !== values.length) throw invalidValue(`${name}: Counts must be as long as Values.`);
  return values.map((value, index) => repeated(value, Counts?.[index] ?? 1)).reduce(merge);
}
