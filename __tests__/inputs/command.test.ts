import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseCommand } from '../../src/inputs/command.ts';

describe('commands that are read', () => {
  test.each<[text: string, words: readonly string[]]>([
    ["sh -c 'a && b'", ['sh', '-c', 'a && b']],
    ['node server.js', ['node', 'server.js']],
    ['  node   server.js  ', ['node', 'server.js']],
    ['node \\\n  server.js', ['node', 'server.js']],
    ['node\nserver.js', ['node', 'server.js']],
    ['say "a \\"b\\" $HOME \\n"', ['say', 'a "b" $HOME \\n']],
    ["say 'a\\b'", ['say', 'a\\b']],
    ["say it\\'s", ['say', "it's"]],
    ['say a\\ b', ['say', 'a b']],
    ["say ''", ['say', '']],
    ['say "" x', ['say', '', 'x']],
    [`a'b'"c"d`, ['abcd']],
    [
      'echo $(reboot) `reboot` * | cat && true > x',
      ['echo', '$(reboot)', '`reboot`', '*', '|', 'cat', '&&', 'true', '>', 'x'],
    ],
    ['["sh", "-c", "a && b", ""]', ['sh', '-c', 'a && b', '']],
    ['[]', []],
  ])('%j', (text, words) => {
    expect(parseCommand(text)).toEqual({ ok: true, value: words });
  });
});

describe('commands that are refused', () => {
  test.each<[text: string, line: number | null, says: RegExp]>([
    ["say it's", 1, /' at character 7/],
    ['say "a', 1, /" at character 5/],
    ['say\n"a', 2, /" at character 5/],
    ['say \\', 1, /backslash at the end/],
    ['["a"', null, /JSON array of texts/],
    ['["a", 1]', null, /JSON array of texts/],
    ['[["a"]]', null, /JSON array of texts/],
  ])('%j', (text, line, says) => {
    expect(parseCommand(text)).toEqual({ ok: false, line, allowed: expect.stringMatching(says) });
  });
});

describe('round trips', () => {
  const words = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 });

  test('any words in single quotes come back', () => {
    fc.assert(
      fc.property(words, (given) => {
        const text = given.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
        const expected = given.map((word) => word.replaceAll('\r\n', '\n'));
        expect(parseCommand(text)).toEqual({ ok: true, value: expected });
      }),
    );
  });

  test('any words in double quotes come back', () => {
    fc.assert(
      fc.property(words, (given) => {
        const text = given.map((word) => `"${word.replaceAll(/[$`"\\]/g, '\\$&')}"`).join('\t');
        const expected = given.map((word) => word.replaceAll('\r\n', '\n'));
        expect(parseCommand(text)).toEqual({ ok: true, value: expected });
      }),
    );
  });

  test('any words as JSON come back', () => {
    fc.assert(
      fc.property(words, (given) => {
        expect(parseCommand(JSON.stringify(given))).toEqual({ ok: true, value: given });
      }),
    );
  });
});
