import { describe, expect, test } from '@jest/globals';
import { isBroken } from '../../../bench/figure.ts';
import { figuresOf, HISTORY_MIB, type Soaked } from '../../../bench/soak/soaked.ts';

const memory = (heap: number, resident = 200) => ({ heap, resident });
const good: Soaked = {
  requests: 1_000_000,
  failed: 0,
  deployments: 1_000,
  unsuccessful: 0,
  before: memory(40),
  middle: memory(41),
  after: memory(42),
};
const whole = HISTORY_MIB.fixed + HISTORY_MIB.perThousandDeployments;
const half = HISTORY_MIB.fixed + HISTORY_MIB.perThousandDeployments / 2;
const broken = (seen: Partial<Soaked>): string[] =>
  figuresOf({ ...good, ...seen })
    .filter((figure) => isBroken(figure))
    .map(({ name }) => name);

describe('figuresOf', () => {
  test.each<[string, Partial<Soaked>]>([
    ['a little history', {}],
    ['less than before', { after: memory(30) }],
    [
      'as much history as a thousand deployments may leave',
      { middle: memory(40.2 + whole - half), after: memory(40 + whole) },
    ],
    ['resident memory is told, not judged', { after: memory(42, 900) }],
  ])('holds: %s', (_name, seen) => {
    expect(broken(seen)).toEqual([]);
  });

  test.each<[string, Partial<Soaked>, string]>([
    ['a request failed', { failed: 1 }, 'requests that failed'],
    ['a deployment did not succeed', { unsuccessful: 1 }, 'deployments that did not succeed'],
    [
      'more stays',
      { middle: memory(40.2 + whole - half), after: memory(40.1 + whole) },
      'memory that stays: heap in use',
    ],
    [
      'fewer deployments may leave less',
      { deployments: 50, middle: memory(44), after: memory(45) },
      'memory that stays: heap in use',
    ],
    [
      'the second half leaves more than its part, however little the first did',
      { middle: memory(35), after: memory(35.1 + half) },
      'of it in the second half',
    ],
  ])('broken: %s', (_name, seen, name) => {
    expect(broken(seen)).toEqual([name]);
  });
});
