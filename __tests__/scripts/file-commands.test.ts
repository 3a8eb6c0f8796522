import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js';
import { parseFileCommands } from '../../scripts/runner/file-commands.ts';

test.each<[string, string, Record<string, string>]>([
  ['nothing', '', {}],
  ['a line', 'a=1\n', { a: '1' }],
  ['a value with equals signs', 'a=1=2=3\n', { a: '1=2=3' }],
  ['no value', 'a=\n', { a: '' }],
  ['a block', 'a<<EOF\none\ntwo\nEOF\n', { a: 'one\ntwo' }],
  ['an empty block', 'a<<EOF\nEOF\nb=1\n', { a: '', b: '1' }],
  ['a block that holds lines like commands', 'a<<X\nb=2\nc<<Y\nX\n', { a: 'b=2\nc<<Y' }],
  ['the same name twice', 'a=1\na=2\n', { a: '2' }],
  ['other lines', 'a\n\nb=1\n', { b: '1' }],
  ['a value that looks like the begin of a block', 'a=b<<c\n', { a: 'b<<c' }],
])('%s', (_, text, found) => {
  expect(parseFileCommands(text)).toEqual(found);
});

test('a block without its end is refused, as the runner does', () => {
  expect(() => parseFileCommands('a<<EOF\none\n')).toThrow(/EOF/);
});

test('reads back what @actions/core writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const text = `${prepareKeyValueMessage('one', one)}\n${prepareKeyValueMessage('other', other)}\n`;
      expect(parseFileCommands(text)).toEqual({ one, other });
    }),
  );
});
