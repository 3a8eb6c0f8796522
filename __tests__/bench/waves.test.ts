import { describe, expect, test } from '@jest/globals';
import { busiestMinute, wavesOf } from '../../bench/waves.ts';

test.each([
  ['none', [], []],
  ['side by side', [0, 3, 9], [[0, 3, 9]]],
  ['one after the other', [0, 200, 400], [[0], [200], [400]]],
  ['two, then one', [0, 5, 205], [[0, 5], [205]]],
  ['a gap as long as asked for', [0, 100], [[0], [100]]],
])('wavesOf: %s', (_name, times, expected) => {
  const waves = wavesOf(
    times.map((at) => ({ at })),
    100,
  );
  expect(waves.map((wave) => wave.map(({ at }) => at))).toEqual(expected);
});

describe('busiestMinute', () => {
  const everyFive = Array.from({ length: 100 }, (_, index) => index * 5_000);
  test.each([
    ['none', [], undefined, undefined, 0],
    ['every five seconds', everyFive, undefined, undefined, 12],
    ['a minute apart', [0, 60_000], undefined, undefined, 1],
    ['just within one', [0, 59_999], undefined, undefined, 2],
    ['only those of a time', everyFive, 100_000, 110_000, 2],
    ['a burst among few', [0, 100_000, 100_001, 100_002, 300_000], undefined, undefined, 3],
  ])('%s', (_name, times, from, to, most) => {
    expect(busiestMinute(times, from, to)).toBe(most);
  });
});
