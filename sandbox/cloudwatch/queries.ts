/** A list of MetricDataQuery, each a metric's statistic or an expression over others. */
import { type MetricDataQuery, type MetricStat } from '@aws-sdk/client-cloudwatch';
import { AwsError } from '../operation.ts';
import { compute, type Scope, type Series, type Value } from './math.ts';
import { type Expression, ExpressionFault, parseExpression } from './parse-expression.ts';
import { statisticName } from './statistics.ts';

export const invalidValue = (message: string): AwsError => new AwsError('InvalidParameterValueException', message);
const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

export interface Query {
  readonly id: string;
  readonly label: string;
  readonly returned: boolean;
  readonly source:
    | { readonly kind: 'metric'; readonly stat: MetricStat }
    | { readonly kind: 'math'; readonly text: string; readonly expression: Expression };
}

/** Reads and checks them; every fault is one of the client's: ValidationException. */
export function readQueries(queries: readonly MetricDataQuery[]): Query[] {
  const read = queries.map(readQuery);
  const ids = new Set(read.map(({ id }) => id));
  if (ids.size < read.length) throw invalid('The values of Id in MetricDataQueries must be unique.');
  // Computed once with no data at all, so that a wrong name or a loop is told now and not at the first evaluation.
  const nothing = () => new Map<number, number>();
  for (const { id } of read) valueOf(read, id, [], nothing);
  return read;
}

function readQuery(query: MetricDataQuery): Query {
  const { Id: id = '', Expression: text, MetricStat: stat } = query;
  if (!/^[a-z]\w{0,254}$/.test(id)) {
    throw invalid(
      `The Id ${JSON.stringify(id.slice(0, 100))} must begin with a small letter and hold only letters, digits and underscores.`,
    );
  }
  if ((text === undefined) === (stat === undefined)) {
    throw invalid(`The query ${id} must have exactly one of Expression and MetricStat.`);
  }
  const common = { id, returned: query.ReturnData ?? true };
  if (text !== undefined) {
    return { ...common, label: query.Label ?? id, source: { kind: 'math', text, expression: parsed(id, text) } };
  }
  if (!stat?.Metric) throw invalid(`The MetricStat of ${id} has no Metric.`);
  checkStatistic(stat.Stat);
  checkPeriod(stat.Period);
  return { ...common, label: query.Label ?? stat.Metric.MetricName ?? id, source: { kind: 'metric', stat } };
}

function parsed(id: string, text: string): Expression {
  return asClientFault(id, () => parseExpression(text));
}

function asClientFault<T>(id: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof ExpressionFault) throw invalid(`Error in expression '${id}': ${cause.message}`);
    throw cause;
  }
}

export function checkStatistic(name: string | undefined): void {
  if (statisticName(name)) return;
  throw invalidValue(
    `The statistic ${JSON.stringify(name ?? null)} is not emulated; there are SampleCount, Average, Sum, Minimum and Maximum.`,
  );
}

/** Seconds. Datapoints are kept by the minute, so that the high-resolution periods would find none. */
export function checkPeriod(period: number | undefined): void {
  if (period !== undefined && period >= 60 && period % 60 === 0 && period <= 86_400) return;
  throw invalidValue(
    `Period must be a multiple of 60 seconds, 86400 at most; received ${period ?? 'none'}. High-resolution periods (1, 5, 10, 20, 30) are not emulated.`,
  );
}

/** The longest period of the metrics: that of the result. */
export const periodOf = (queries: readonly Query[]): number =>
  Math.max(60, ...queries.map(({ source }) => (source.kind === 'metric' ? (source.stat.Period ?? 60) : 60)));

/** The series of one query. `times`: all windows; `fetch` reads a metric. Throws ValidationException. */
export function seriesOf(
  queries: readonly Query[],
  id: string,
  times: readonly number[],
  fetch: (stat: MetricStat) => Series,
): Series {
  const value = valueOf(queries, id, times, fetch);
  if (typeof value === 'number') return new Map(Number.isFinite(value) ? times.map((time) => [time, value]) : []);
  if ('get' in value) return value;
  throw invalid(`The expression '${id}' gives several time series; it must give one.`);
}

function valueOf(
  queries: readonly Query[],
  wanted: string,
  times: readonly number[],
  fetch: (stat: MetricStat) => Series,
): Value {
  const known = new Map<string, Value>();
  const under = new Set<string>();
  const byId = (id: string): Value => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const query = queries.find((each) => each.id === id);
    if (!query) throw new ExpressionFault(`there is no query with the id ${id.slice(0, 100)}.`);
    if (under.has(id)) throw new ExpressionFault(`${id} depends on itself.`);
    under.add(id);
    const value = query.source.kind === 'metric' ? fetch(query.source.stat) : compute(query.source.expression, scope);
    under.delete(id);
    known.set(id, value);
    return value;
  };
  const scope: Scope = { byId, times, metrics: (part) => metricsOf(queries, part, fetch) };
  return asClientFault(wanted, () => byId(wanted));
}

const metricsOf = (queries: readonly Query[], part: string, fetch: (stat: MetricStat) => Series): Series[] =>
  queries.flatMap(({ id, source }) => (source.kind === 'metric' && id.includes(part) ? [fetch(source.stat)] : []));
