import { describe, expect, test } from '@jest/globals';

import { isOver, next, table } from '../../../sandbox/lifecycle/table.ts';

describe('the table', () => {
  test('has one row for each state and event', () => {
    const keys = table.map(([from, signal]) => `${from} ${signal}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('leads from Created to Succeeded by done alone', () => {
    const path = ['Created'];
    for (let phase = next('Created', 'done'); phase; phase = next(phase, 'done')) path.push(phase);
    expect(path).toHaveLength(13);
    expect(path.at(-1)).toBe('Succeeded');
  });

  test('no row leaves an end', () => {
    expect(table.filter(([from]) => isOver(from))).toEqual([]);
  });

  test('every state but an end can fail', () => {
    const states = new Set(table.map(([from]) => from));
    expect([...states].filter((state) => next(state, 'fail') !== 'Failed')).toEqual([]);
  });
});
