import { expect, test } from '@jest/globals';
import { testLimit } from '../../src/gate/limit.ts';

const MIN = 60_000;
const NOW = 1_000 * MIN;

test.each([
  ['the input is less than what is left', 10, { readyMs: 60 * MIN, readyAt: NOW }, 10 * MIN, 'smoke-test-minutes'],
  [
    'the group waits for less, and a part is kept for the word',
    10,
    { readyMs: 5 * MIN, readyAt: NOW },
    285_000,
    'what is left',
  ],
  ['it has waited for a while', 10, { readyMs: 10 * MIN, readyAt: NOW - 4 * MIN }, 345_000, 'what is left'],
  ['a short wait keeps a quarter', 10, { readyMs: MIN / 2, readyAt: NOW }, 22_500, 'what is left'],
  ['the wait is over', 10, { readyMs: MIN, readyAt: NOW - 2 * MIN }, 0, 'what is left'],
  [
    'a clock behind ours tells of no longer wait than there is',
    90,
    { readyMs: 60 * MIN, readyAt: NOW + MIN },
    3_585_000,
    'what is left',
  ],
] as const)('%s', (_, minutes, wait, ms, words) => {
  const limit = testLimit(minutes, { ...wait, now: NOW });
  expect(limit.ms).toBe(ms);
  expect(limit.words).toContain(words);
});
