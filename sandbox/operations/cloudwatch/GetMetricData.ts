import {
  GetMetricData$,
  type GetMetricDataInput,
  type GetMetricDataOutput,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import { type Grid, gridBetween, windowsOf } from '../../cloudwatch/datapoints.ts';
import { readStat } from '../../cloudwatch/evaluate.ts';
import { periodOf, type Query, readQueries, seriesOf } from '../../cloudwatch/queries.ts';
import { operation, type Sandbox } from '../../operation.ts';
import { badToken, invalid } from './shared.ts';

/** CloudWatch API: GetMetricData, MaxDatapoints. There is one page: what does not fit into it is refused. */
const MOST_DATAPOINTS = 100_800;

export const getMetricData = operation<GetMetricDataInput, GetMetricDataOutput>(GetMetricData$, (input, sandbox) => {
  if (input.NextToken !== undefined) throw badToken();
  if ((input.MetricDataQueries ?? []).length > 500) throw invalid('MetricDataQueries must hold at most 500 queries.');
  const queries = readQueries(input.MetricDataQueries ?? []);
  const asked = gridsOf(input, queries);
  const points = asked.reduce((sum, { grid }) => sum + grid.count, 0);
  if (points > MOST_DATAPOINTS) {
    throw invalid(
      `The queries ask for up to ${points} datapoints, more than ${MOST_DATAPOINTS}. Ask for fewer metrics, a shorter ` +
        'time or longer periods: this sandbox answers in one page.',
    );
  }
  const results = asked.map(({ query, grid }) => resultOf(sandbox, queries, query, grid));
  const ascending = input.ScanBy === 'TimestampAscending';
  return { MetricDataResults: ascending ? results : results.map(newestFirst), Messages: [] };
});

interface Asked {
  readonly query: Query;
  readonly grid: Grid;
}

/** An expression has the longest period of all metrics, as it may name any; a metric has its own. */
function gridsOf({ StartTime, EndTime }: GetMetricDataInput, queries: readonly Query[]): Asked[] {
  const from = StartTime?.getTime() ?? 0;
  const to = EndTime?.getTime() ?? 0;
  if (from >= to) throw invalid('The parameter StartTime must be less than the parameter EndTime.');
  const seconds = (query: Query): number => periodOf(query.source.kind === 'metric' ? [query] : queries);
  return queries
    .filter(({ returned }) => returned)
    .map((query) => ({ query, grid: gridBetween(from, to, seconds(query) * 1000) }));
}

function resultOf(sandbox: Sandbox, queries: readonly Query[], query: Query, grid: Grid): MetricDataResult {
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
