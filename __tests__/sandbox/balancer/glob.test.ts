import { describe, expect, test } from '@jest/globals';
import { glob } from '../../../sandbox/balancer/glob.ts';

describe('glob', () => {
  test.each([
    ['/', '/', true],
    ['/', '/a', false],
    ['*', '', true],
    ['*', '/any/thing', true],
    ['/img/*', '/img/a/b.png', true],
    ['/img/*', '/img', false],
    ['/img/*/pics', '/img/a/pics', true],
    ['/img/*/pics', '/img/a/pics/', false],
    ['*.example.com', 'a.b.example.com', true],
    ['*.example.com', 'example.com', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a?c', 'abbc', false],
    ['a*b*c', 'axbxbxc', true],
    ['a*b*c', 'axcxb', false],
    ['**', 'x', true],
    ['/a.c', '/abc', false],
    ['(a+)+$', 'aaaa', false],
    ['', '', true],
    ['', 'a', false],
  ])('%j and %j: %s', (pattern, text, expected) => {
    expect(glob(pattern)(text)).toBe(expected);
  });

  test('a backslash takes a wildcard as it stands, where that is allowed', () => {
    const escaped = glob('a\\*b\\?', true);
    expect([escaped('a*b?'), escaped('axb?'), glob('a\\*', false)('a\\xyz')]).toEqual([true, false, true]);
  });

  test('no pattern takes more steps than the product of the lengths', () => {
    const pattern = `${'*a'.repeat(60)}b`;
    // As a regular expression, this would take longer than anyone lives.
    expect(glob(pattern)('a'.repeat(20_000))).toBe(false);
  });
});
