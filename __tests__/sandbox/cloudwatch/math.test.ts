import { describe, expect, test } from '@jest/globals';
import { compute, type Scope, type Series, type Value } from '../../../sandbox/cloudwatch/math.ts';
import { ExpressionFault, parseExpression } from '../../../sandbox/cloudwatch/parse-expression.ts';
import { readQueries, seriesOf } from '../../../sandbox/cloudwatch/queries.ts';

/** Values of the windows 0, 1, 2, …; null where there is none. */
const series = (...values: (number | null)[]): Series =>
  new Map(values.flatMap((value, time) => (value === null ? [] : [[time, value] as const])));

const known = new Map<string, Value>([
  ['errors', series(1, null, 4)],
  ['requests', series(10, 20, 0)],
  ['none', series()],
]);

const scope: Scope = {
  times: [0, 1, 2],
  byId(id) {
    const value = known.get(id);
    if (value === undefined) throw new ExpressionFault(`no ${id}`);
    return value;
  },
  metrics: (part) => [...known].flatMap(([id, value]) => (id.includes(part) && value instanceof Map ? [value] : [])),
};

const run = (text: string): Value => compute(parseExpression(text), scope);

describe('metric math', () => {
  test.each<[string, Value]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 - 3 - 4', -5],
    ['8 / 4 / 2', 1],
    ['-2 * -(3)', 6],
    ['1.5e1 / .5', 30],
    ['1 < 2 && 2 >= 2', 1],
    ['1 == 2 OR 0 AND 1', 0],
    ['requests + 1', series(11, 21, 1)],
    ['errors + requests', series(11, null, 4)],
    ['100 * errors / requests', series(10, null, null)],
    ['100 * FILL(errors, 0) / requests', series(10, 0, null)],
    ['FILL(errors, REPEAT)', series(1, 1, 4)],
    ['FILL(none, 7)', series(7, 7, 7)],
    ['IF(requests > 0, 100 * FILL(errors, 0) / requests, 0)', series(10, 0, 0)],
    ['IF(requests > 5, 1)', series(1, 1, null)],
    ['IF(1, 2, 3)', 2],
    ['SUM([errors, requests])', series(11, 20, 4)],
    ['SUM(METRICS("e"))', series(11, 20, 4)],
    ['MAX(requests)', 20],
    ['AVG([requests, requests])', series(10, 20, 0)],
    ['MIN(METRICS())', series(1, 20, 0)],
  ])('%s', (text, expected) => {
    expect(run(text)).toEqual(expected);
  });

  test.each([
    ['', 'ends too early'],
    ['1 +', 'ends too early'],
    ['(1', ') is missing'],
    ['1 2', 'Unexpected "2"'],
    ['a $ b', 'Unexpected "$ b"'],
    ['unknown', 'no unknown'],
    ['ANOMALY_DETECTION_BAND(errors)', 'ANOMALY_DETECTION_BAND with 1 argument is not emulated'],
    ['FILL(errors, LINEAR)', 'LINEAR is not emulated'],
    ['FILL(1, 2)', 'FILL takes a time series'],
    ['"text"', 'stands where a number'],
    ['IF([errors], 1, 2)', 'not lists'],
    ['1'.repeat(3000), 'at most 2048 characters'],
  ])('%j is refused', (text, part) => {
    expect(() => run(text)).toThrow(ExpressionFault);
    expect(() => run(text)).toThrow(part);
  });
});

describe('queries', () => {
  const metric = (Id: string) => ({
    Id,
    MetricStat: { Metric: { Namespace: 'n', MetricName: Id }, Period: 60, Stat: 'Sum' },
    ReturnData: false,
  });

  test('an expression is computed from the metrics and expressions that it names', () => {
    const queries = readQueries([
      metric('m1'),
      metric('m2'),
      { Id: 'sum', Expression: 'm1 + m2' },
      { Id: 'half', Expression: 'sum / 2' },
    ]);
    const fetched = (name: string | undefined): Series => series(name === 'm1' ? 1 : 3);
    expect(seriesOf(queries, 'half', [0], ({ Metric }) => fetched(Metric?.MetricName))).toEqual(series(2));
    expect(queries.map(({ label, returned }) => [label, returned])).toEqual([
      ['m1', false],
      ['m2', false],
      ['sum', true],
      ['half', true],
    ]);
  });

  test.each([
    [
      'a loop',
      [
        { Id: 'a', Expression: 'b' },
        { Id: 'b', Expression: 'a' },
      ],
      'depends on itself',
    ],
    ['the same id twice', [metric('m1'), metric('m1')], 'must be unique'],
    ['a capital id', [metric('M1')], 'begin with a small letter'],
    ['an unknown id', [{ Id: 'a', Expression: 'm9' }], 'no query with the id m9'],
    ['both', [{ ...metric('m1'), Expression: '1' }], 'exactly one of Expression and MetricStat'],
    ['neither', [{ Id: 'a' }], 'exactly one of Expression and MetricStat'],
    [
      'a percentile',
      [{ Id: 'a', MetricStat: { Metric: { MetricName: 'm' }, Period: 60, Stat: 'p99' } }],
      '"p99" is not emulated',
    ],
    [
      'a period of seconds',
      [{ Id: 'a', MetricStat: { Metric: { MetricName: 'm' }, Period: 10, Stat: 'Sum' } }],
      'multiple of 60',
    ],
  ])('%s: refused', (_name, queries, part) => {
    expect(() => readQueries(queries)).toThrow(part);
  });
});
