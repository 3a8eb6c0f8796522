import { expect, test } from '@jest/globals';
import { Tail } from '../../src/gate/tail.ts';

function tailOf(lines: readonly string[]): string {
  const tail = new Tail();
  for (const line of lines) tail.add(line);
  return tail.words();
}

test('nothing was printed', () => {
  expect(tailOf(['', '  '])).toBe(', and printed nothing');
});

test('the last 20 lines, on one line', () => {
  const words = tailOf(Array.from({ length: 25 }, (_, at) => `line ${at}.`));
  expect(words).not.toContain('line 4.');
  expect(words).toMatch(/: line 5\. \| line 6\. .* \| line 24\.$/);
});

test('control characters are left out', () => {
  expect(tailOf(['\u001b[31mred\u001b[0m\tand\u0000more'])).toBe('; the last it printed: [31mred [0m and more');
});

test('long lines: as many of the last as there is room for, and one in any case', () => {
  const words = tailOf(['first', 'x'.repeat(1_000), 'y'.repeat(900), 'last']);
  expect(words).toMatch(/: y+ \| last$/);
  expect(tailOf(['z'.repeat(100_000)]).length).toBeLessThan(1_600);
});
