import { describe, expect, test } from '@jest/globals';
import { type Figure, isBroken, median, tableOf, verdictOf } from '../../bench/figure.ts';

const figure = (value: number, limit: number | null): Figure => ({ name: 'start', value, unit: '×', limit, note: 'n' });

describe('verdictOf', () => {
  test.each([
    ['below the limit', 2, 3, 'ok'],
    ['at the limit', 3, 3, 'ok'],
    ['above the limit', 3.01, 3, 'BROKEN'],
    ['never noticed', Infinity, 3, 'BROKEN'],
    ['not measured', Number.NaN, 3, 'BROKEN'],
    ['no limit', 99, null, ''],
  ])('%s', (_name, value, limit, verdict) => {
    expect(verdictOf(figure(value, limit))).toBe(verdict);
  });
});

describe('verdictOf a figure that has to reach its limit', () => {
  test.each([
    ['below the limit', 2.99, 'BROKEN'],
    ['at the limit', 3, 'ok'],
    ['above the limit', 4, 'ok'],
    ['not measured', Number.NaN, 'BROKEN'],
  ])('%s', (_name, value, verdict) => {
    expect(verdictOf({ ...figure(value, 3), atLeast: true })).toBe(verdict);
  });
});

describe('verdictOf a timing that is not judged', () => {
  test.each([
    ['within its limit', 2, 3, 'told'],
    ['beyond its limit', 4, 3, 'told'],
    ['no limit', 99, null, ''],
    ['not measured', Number.NaN, 3, 'BROKEN'],
  ])('%s', (_name, value, limit, verdict) => {
    expect(verdictOf({ ...figure(value, limit), timing: true }, { timings: false })).toBe(verdict);
  });

  test('every other figure is judged all the same', () => {
    expect(isBroken(figure(4, 3), { timings: false })).toBe(true);
  });

  test('it is judged where timings are', () => {
    expect(isBroken({ ...figure(4, 3), timing: true })).toBe(true);
  });
});

describe('median', () => {
  test.each([
    ['odd', [9, 1, 5], 5],
    ['even', [4, 1, 3, 2], 2.5],
    ['one', [7], 7],
    ['none', [], Number.NaN],
  ])('%s', (_name, values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

test('tableOf gives each figure a line, in equal columns', () => {
  const rate = { ...figure(9, 5), name: 'rate', atLeast: true };
  expect(tableOf([figure(1.234, 3), { ...figure(12, null), name: 'memory' }, rate]).split('\n')).toEqual([
    'figure  seen    limit      note',
    'start   1.23 ×  3 ×    ok  n',
    'memory  12 ×    -          n',
    'rate    9 ×     ≥ 5 ×  ok  n',
  ]);
});

test('tableOf says of a timing that it is only told', () => {
  const table = tableOf([{ ...figure(4, 3), timing: true }], { timings: false });
  expect(table.split('\n')[1]).toBe('start   4 ×   3 ×    told  n');
});
