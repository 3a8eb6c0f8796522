import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJsonText } from '../src/json-text.ts';
import { parseYamlText } from '../src/yaml-text.ts';

describe('JSON', () => {
  test('reads what JSON.stringify writes, as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(JSON.stringify(parseJsonText(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test('refuses what JSON.parse refuses', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', '0', '\\', 'tru', '\n', '-'))
      .map(([text, at, piece]) => text.slice(0, at % text.length) + piece + text.slice((at % text.length) + 1));
    fc.assert(
      fc.property(broken, (text) => {
        let accepted = true;
        try {
          JSON.parse(text);
        } catch {
          accepted = false;
        }
        if (!accepted) expect(() => parseJsonText(text)).toThrow(/^line \d+, column \d+: /);
      }),
      { numRuns: 1000 },
    );
  });

  test.each<[string, string, string]>([
    ['a member twice', '{\n "a": 1,\n "a": 2\n}', 'line 3, column 2: member "a" is given twice'],
    ['an integer beyond 2^53', '[9007199254740993]', 'line 1, column 2: a number is too large'],
    ['an infinity', '[1e999]', 'line 1, column 2: a number is too large'],
    ['nothing', ' ', 'line 1, column 2: the text ends too early'],
    ['more behind it', '{} {}', 'line 1, column 4: the document has ended'],
    ['a comment', '// x\n{}', 'line 1, column 1: expected a value'],
    ['hostile nesting', '['.repeat(100_000), 'nested deeper than 200 levels'],
    ['a long string that is never ended', `["${'x'.repeat(1_000_000)}`, 'a string is not ended'],
    ['a string over lines', '{"a": "x\ny"}', 'line 1, column 7: a string is not ended'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseJsonText(text)).toThrow(message);
  });

  test('large numbers that a double holds stay', () => {
    expect(JSON.stringify(parseJsonText('[9007199254740992, 1e21, 1.5, -0.25]'))).toBe(
      '[9007199254740992,1e+21,1.5,-0.25]',
    );
  });

  test('a long string does not exhaust the parser', () => {
    const long = 'x'.repeat(4_000_000);
    expect(parseJsonText(JSON.stringify({ long }))).toEqual({ long });
  });
});

describe('YAML', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    .concat(
      Array.from('bcdefghi').map(
        (name, at) =>
          `${name}: &${name} [${Array(9)
            .fill(`*${'abcdefgh'.charAt(at)}`)
            .join(', ')}]`,
      ),
    )
    .join('\n');

  test.each<[string, string, RegExp]>([
    ['an alias bomb', bomb, /aliases or its nesting/],
    ['hostile nesting', '['.repeat(100_000), /^line 1, column \d+: /],
    ['an alias that contains itself', 'x: &a\n  y: { z: *a }', /line 2, column 11: an alias contains itself/],
    ['an unknown alias', 'x: *hidden', /line 1, column 4: an alias names no anchor/],
    ['a list as a name', '? [a]\n: b', /a member name must be text/],
    ['an alias as a name', 'a: &k x\n*k : c', /an alias cannot be a member name/],
    ['a binary tag', 'a: !!binary aGk=', /tags are not supported/],
    ['an infinity', 'a: .inf', /cannot be kept exactly/],
    ['no number', 'a: .nan', /cannot be kept exactly/],
    ['a long hexadecimal number', 'a: 0xFFFFFFFFFFFFFFFFFF', /cannot be kept exactly/],
    ['a tab', 'a:\n\t- b', /line 2, column 1: a tab/],
  ])('refuses %s', async (_, text, message) => {
    await expect(parseYamlText(text)).rejects.toThrow(message);
    await expect(parseYamlText(text)).rejects.not.toThrow(/hidden/);
  });

  test.each<[string, string, unknown]>([
    [
      'the core schema, whatever the directive',
      '%YAML 1.1\n---\na: yes\nb: 0123\nc: 2020-01-01',
      { a: 'yes', b: 123, c: '2020-01-01' },
    ],
    ['names as typed', '1.10: a\n0123: b\nnull: c', { '1.10': 'a', '0123': 'b', null: 'c' }],
    ['aliases and merge keys', 'b: &b { x: 1, y: 1 }\na: { <<: *b, y: 2 }', { b: { x: 1, y: 1 }, a: { x: 1, y: 2 } }],
    ['nothing', '# only this', null],
  ])('%s', async (_, text, value) => {
    expect((await parseYamlText(text)).value).toEqual(value);
  });

  test('a name that is special to JavaScript is a name', async () => {
    expect(JSON.stringify((await parseYamlText('__proto__: { x: 1 }')).value)).toBe('{"__proto__":{"x":1}}');
  });

  test('reads JSON, and knows its lines', async () => {
    const document = await parseYamlText('{\n\t"a": [\n\t\t{ "b": 1 }\n\t]\n}');
    expect(document.value).toEqual({ a: [{ b: 1 }] });
    expect(document.positionOf(['a', 0, 'b'])).toEqual({ line: 3, column: 10 });
    expect(document.positionOf(['a', 0, 'absent', 'below'])).toEqual({ line: 3, column: 3 });
    expect(document.positionOf([])).toEqual({ line: 1, column: 1 });
  });
});
