import {
  GetMetricData$,
  type GetMetricDataInput,
  type GetMetricDataOutput,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import { gridBetween, windowsOf } from '../../cloudwatch/datapoints.ts';
import { readStat } from '../../cloudwatch/evaluate.ts';
import { periodOf, type Query, readQueries, seriesOf } from '../../cloudwatch/queries.ts';
import { operation, type Sandbox } from '../../operation.ts';
import { badToken, invalid } from './shared.ts';

/** CloudWatch API: GetMetricData, MaxDatapoints. There is one page: what a day holds by the minute fits into it. */
const MOST_DATAPOINTS = 100_800;

export const getMetricData = operation<GetMetricDataInput, GetMetricDataOutput>(GetMetricData$, (input, sandbox) => {
  if (input.NextToken !== undefined) throw badToken();
  if ((input.MetricDataQueries ?? []).length > 500) throw invalid('MetricDataQueries must hold at most 500 queries.');
  const queries = readQueries(input.MetricDataQueries ?? []);
  const from = input.StartTime?.getTime() ?? 0;
  const to = input.EndTime?.getTime() ?? 0;
  if (from >= to) throw invalid('The parameter StartTime must be less than the parameter EndTime.');
  const results = queries
    .filter(({ returned }) => returned)
    .map((query) => resultOf(sandbox, queries, query, { from, to }))
    .map((result) => (input.ScanBy === 'TimestampAscending' ? result : newestFirst(result)));
  return { MetricDataResults: results, Messages: [] };
});

interface Range {
  readonly from: number;
  readonly to: number;
}

function resultOf(sandbox: Sandbox, queries: readonly Query[], query: Query, { from, to }: Range): MetricDataResult {
  // An expression has the period of the metrics that it may name, a metric its own.
  const seconds = periodOf(query.source.kind === 'metric' ? [query] : queries);
  const grid = gridBetween(from, to, seconds * 1000);
  if (grid.count > MOST_DATAPOINTS) {
    throw invalid(
      `The time range holds ${grid.count} datapoints, more than the ${MOST_DATAPOINTS} that can be asked for.`,
    );
  }
  const series = seriesOf(queries, query.id, windowsOf(grid), (stat) => readStat(sandbox, stat, grid));
  const points = [...series].sort(([a], [b]) => a - b);
  return {
    Id: query.id,
    Label: query.label,
    Timestamps: points.map(([time]) => new Date(time)),
    Values: points.map(([, value]) => value),
    StatusCode: 'Complete',
  };
}

const newestFirst = (result: MetricDataResult): MetricDataResult => ({
  ...result,
  Timestamps: result.Timestamps?.toReversed(),
  Values: result.Values?.toReversed(),
});
