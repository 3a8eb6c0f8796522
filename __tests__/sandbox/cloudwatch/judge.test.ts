import { describe, expect, test } from '@jest/globals';
import { type Datapoint, judge, type Rules, treatments } from '../../../sandbox/cloudwatch/judge.ts';
import { reasonOf } from '../../../sandbox/cloudwatch/reasons.ts';
import { type AlarmState, type Comparison } from '../../../sandbox/world/cloudwatch.ts';

const MINUTE_MS = 60_000;

/** `0 - X`: not breaching, missing, breaching; oldest first. */
const range = (text: string): Datapoint[] =>
  text.split(' ').map((each, index) => ({
    time: Date.UTC(2026, 0, 1) + index * MINUTE_MS,
    value: each === '-' ? null : each === 'X' ? 10 : 0,
  }));

const rules = (n: number, m: number, treatMissing: Rules['treatMissing'] = 'missing'): Rules => ({
  comparison: 'GreaterThanThreshold',
  threshold: 5,
  evaluationPeriods: n,
  datapointsToAlarm: m,
  treatMissing,
});

type Row = readonly [string, ...(AlarmState | null)[]];
const [OK, ALARM, NONE] = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;
/** The alarm stays as it is. */
const KEPT = null;

/** The user guide's tables: missing, ignore, breaching, not breaching. */
describe.each<[string, number, number, readonly Row[]]>([
  [
    '3 out of 3',
    3,
    3,
    [
      ['0 - X - X', OK, OK, OK, OK],
      ['0 - - - -', OK, OK, OK, OK],
      ['- - - - -', NONE, KEPT, ALARM, OK],
      ['0 X X - X', ALARM, ALARM, ALARM, ALARM],
      ['- - X - -', ALARM, KEPT, ALARM, OK],
      ['- - - - X', NONE, KEPT, ALARM, OK],
      ['- - - X -', NONE, KEPT, ALARM, OK],
    ],
  ],
  [
    '2 out of 3',
    3,
    2,
    [
      ['0 - X - X', ALARM, ALARM, ALARM, ALARM],
      ['0 0 X 0 X', ALARM, ALARM, ALARM, ALARM],
      ['0 - X - -', OK, OK, ALARM, OK],
      ['- - - - 0', OK, OK, ALARM, OK],
      ['- - - X -', ALARM, KEPT, ALARM, OK],
      ['- - - X X', ALARM, ALARM, ALARM, ALARM],
    ],
  ],
  [
    '1 out of 1',
    1,
    1,
    [
      ['- - X', ALARM, ALARM, ALARM, ALARM],
      ['X - -', ALARM, ALARM, ALARM, ALARM],
      ['X 0 -', OK, OK, OK, OK],
      ['- - -', NONE, KEPT, ALARM, OK],
    ],
  ],
])('%s', (_name, n, m, rows) => {
  const order = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;
  test.each(rows)('%s', (text, ...states) => {
    expect(order.map((treatment) => judge(range(text), rules(n, m, treatment)).state)).toEqual(states);
    expect([...order].sort()).toEqual([...treatments].sort());
  });
});

describe('comparisons', () => {
  test.each<[Comparison, AlarmState, AlarmState, AlarmState]>([
    ['GreaterThanThreshold', OK, OK, ALARM],
    ['GreaterThanOrEqualToThreshold', OK, ALARM, ALARM],
    ['LessThanThreshold', ALARM, OK, OK],
    ['LessThanOrEqualToThreshold', ALARM, ALARM, OK],
  ])('%s', (comparison, ...states) => {
    const at = (value: number) => judge([{ time: 0, value }], { ...rules(1, 1), comparison }).state;
    expect([4, 5, 6].map(at)).toEqual(states);
  });
});

describe('reasons, as CloudWatch words them', () => {
  const told = (text: string, of: Rules, from: AlarmState): string => {
    const verdict = judge(range(text), of);
    return reasonOf(verdict, of, from, verdict.state ?? from);
  };

  test.each<[string, Rules, AlarmState, string]>([
    [
      '- - X',
      rules(1, 1),
      'OK',
      'Threshold Crossed: 1 out of the last 1 datapoints [10.0 (01/01/26 00:02:00)] was greater than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).',
    ],
    [
      '0 0 X X X',
      rules(3, 3),
      'OK',
      'Threshold Crossed: 3 datapoints [10.0 (01/01/26 00:04:00), 10.0 (01/01/26 00:03:00), 10.0 (01/01/26 00:02:00)] were greater than the threshold (5.0).',
    ],
    [
      '0 X 0 0',
      rules(2, 1),
      'ALARM',
      'Threshold Crossed: 2 out of the last 2 datapoints [0.0 (01/01/26 00:03:00), 0.0 (01/01/26 00:02:00)] were not greater than the threshold (5.0) (minimum 2 datapoints for ALARM -> OK transition).',
    ],
    [
      '- - -',
      rules(1, 1, 'notBreaching'),
      'INSUFFICIENT_DATA',
      'Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].',
    ],
    [
      '- - - - 0',
      rules(3, 2, 'breaching'),
      'OK',
      'Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were treated as [Breaching].',
    ],
    ['- - - - -', rules(3, 3), 'OK', 'Insufficient Data: 3 datapoints were unknown.'],
  ])('%s', (text, of, from, expected) => {
    expect(told(text, of, from)).toBe(expected);
  });
});
