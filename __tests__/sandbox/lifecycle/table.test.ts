import { describe, expect, test } from '@jest/globals';

import { isOver, next, tables } from '../../../sandbox/lifecycle/table.ts';
import { readyWaitPlaces } from '../../../sandbox/open-points.ts';

describe.each(readyWaitPlaces)('the table with the wait after %s', (place) => {
  const table = tables[place];

  test('has one row for each state and event', () => {
    const keys = table.map(([from, signal]) => `${from} ${signal}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('leads from Created to Succeeded by done alone, with the wait in its place', () => {
    const path: string[] = ['Created'];
    for (let phase = next('Created', 'done', place); phase; phase = next(phase, 'done', place)) path.push(phase);
    expect(path).toHaveLength(13);
    expect(path.at(-1)).toBe('Succeeded');
    expect(path.indexOf('ReadyWait')).toBe(path.indexOf(place) + 1);
    expect(next('ReadyWait', 'continue', place)).toBe(next('ReadyWait', 'done', place));
  });

  test('no row leaves an end', () => {
    expect(table.filter(([from]) => isOver(from))).toEqual([]);
  });

  test('every state but an end can fail', () => {
    const states = new Set(table.map(([from]) => from));
    expect([...states].filter((state) => next(state, 'fail', place) !== 'Failed')).toEqual([]);
  });
});
