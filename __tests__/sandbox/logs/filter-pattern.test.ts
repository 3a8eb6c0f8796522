import { describe, expect, test } from '@jest/globals';
import { filterPattern, PatternFault } from '../../../sandbox/logs/filter-pattern.ts';

const messages = ['ERROR timeout', 'ERROR refused', 'WARN timeout', 'GET /a 200', 'say "hello" [x]'];

describe('filter patterns of unstructured events', () => {
  test.each([
    ['', [0, 1, 2, 3, 4]],
    ['   ', [0, 1, 2, 3, 4]],
    ['""', [0, 1, 2, 3, 4]],
    ['ERROR', [0, 1]],
    ['error', []],
    ['ERROR timeout', [0]],
    ['timeout ERROR', [0]],
    ['ERROR -timeout', [1]],
    ['-ERROR', [2, 3, 4]],
    ['-ERROR -WARN', [3, 4]],
    ['?refused ?WARN', [1, 2]],
    ['ERROR ?refused', [0, 1]],
    ['"ERROR timeout"', [0]],
    ['"timeout ERROR"', []],
    ['"/a 200"', [3]],
    ['?"/a" ?WARN', [2, 3]],
    ['-"/a" -ERROR', [2, 4]],
    ['"\\"hello\\""', [4]],
  ])('%s', (pattern, expected) => {
    const matches = filterPattern(pattern);
    expect(messages.flatMap((message, index) => (matches(message) ? [index] : []))).toEqual(expected);
  });

  test.each([
    ['{ $.level = "error" }', 'JSON'],
    ['[ip, user]', 'not emulate'],
    ['%AUTH.*%', 'regular expression'],
    ['/a', 'put it in double quotes'],
    ['"open', 'quote that is not closed at character 1'],
    ['ERROR "open', 'quote that is not closed'],
  ])('%s is refused', (pattern, part) => {
    expect(() => filterPattern(pattern)).toThrow(PatternFault);
    expect(() => filterPattern(pattern)).toThrow(part);
  });
});
