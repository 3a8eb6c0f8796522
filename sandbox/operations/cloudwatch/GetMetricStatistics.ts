import {
  type Datapoint,
  GetMetricStatistics$,
  type GetMetricStatisticsInput,
  type GetMetricStatisticsOutput,
  type StandardUnit,
} from '@aws-sdk/client-cloudwatch';
import { gridBetween, readSets } from '../../cloudwatch/datapoints.ts';
import { metricOf } from '../../cloudwatch/metric.ts';
import { checkPeriod, checkStatistic, invalidValue } from '../../cloudwatch/queries.ts';
import { type StatisticSet, statisticNames, statisticOf } from '../../cloudwatch/statistics.ts';
import { operation } from '../../operation.ts';
import { combination } from './shared.ts';

const MINUTE_MS = 60_000;
const MOST_DATAPOINTS = 1_440;

export const getMetricStatistics = operation<GetMetricStatisticsInput, GetMetricStatisticsOutput>(
  GetMetricStatistics$,
  (input, sandbox) => {
    const { Statistics: names = [], Period = 60, MetricName } = input;
    checkPeriod(Period);
    if (input.ExtendedStatistics?.length)
      throw invalidValue('ExtendedStatistics (percentiles) are not emulated by this sandbox.');
    if (names.length === 0) throw combination('At least one of Statistics and ExtendedStatistics must be given.');
    names.forEach(checkStatistic);
    const from = input.StartTime?.getTime() ?? 0;
    const to = input.EndTime?.getTime() ?? 0;
    if (from >= to) throw combination('The parameter StartTime must be less than the parameter EndTime.');
    const grid = gridBetween(from, to, Period * 1000, MINUTE_MS);
    if (grid.count > MOST_DATAPOINTS) {
      throw combination(
        `You have requested up to ${grid.count} datapoints, which exceeds the limit of ${MOST_DATAPOINTS}. ` +
          'You may reduce the datapoints requested by increasing Period, or decreasing the time range.',
      );
    }
    const sets = readSets(sandbox, metricOf(input), grid);
    const wanted = statisticNames.filter((name) => names.includes(name));
    const Unit = unitOf(MetricName, input.Unit);
    const datapoint = ([time, set]: [number, StatisticSet]): Datapoint => ({
      Timestamp: new Date(time),
      Unit,
      ...Object.fromEntries(wanted.map((name) => [name, statisticOf(set, name)])),
    });
    return { Label: MetricName, Datapoints: [...sets].map(datapoint) };
  },
);

/** Units of custom metrics are not kept. */
function unitOf(metricName: string | undefined, asked: StandardUnit | undefined): StandardUnit {
  if (metricName === 'TargetResponseTime') return 'Seconds';
  return asked ?? (metricName?.endsWith('Count') === true ? 'Count' : 'None');
}
