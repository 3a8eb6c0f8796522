import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseMap } from '../../src/inputs/map.ts';

const PEM = '-----BEGIN RSA PRIVATE KEY-----\nMIIEow+/abc==\n-----END RSA PRIVATE KEY-----\n';

describe('maps that are read', () => {
  test.each<[name: string, text: string, map: Record<string, string>]>([
    ['base64 with its padding', 'KEY=YWJj==', { KEY: 'YWJj==' }],
    ['an apostrophe', "GREETING=it's", { GREETING: "it's" }],
    ['commas and blanks', 'LIST=a, b', { LIST: 'a, b' }],
    ['blanks around the value', 'A=  b ', { A: '  b ' }],
    ['a star and quotes', 'CRON="30 10 * * 4"', { CRON: '"30 10 * * 4"' }],
    [
      'a Traefik rule',
      'traefik.http.routers.web.rule=Host(`a.b`) && Query(`x=1`)',
      { 'traefik.http.routers.web.rule': 'Host(`a.b`) && Query(`x=1`)' },
    ],
    ['a pattern that starts with a caret', 'multiline-pattern=^level=', { 'multiline-pattern': '^level=' }],
    ['an empty value', 'A=\nB=1', { A: '', B: '1' }],
    ['blank lines, comments and Windows line ends', '\r\n# A=0\r\n  # no\r\nA=1\r\n\r\nB=2\r\n', { A: '1', B: '2' }],
    ['a hash inside a value', 'A=b # c', { A: 'b # c' }],
    ['only comments', '# none yet', {}],
    ['indented lines', '  A=1\n  B=2', { A: '1', B: '2' }],
    ['JSON', '{"A": "b=c", "B": ""}', { A: 'b=c', B: '' }],
    [
      'JSON with numbers and truth values as typed',
      ' {"A": 1.10, "B": true, "C": 1e3}',
      { A: '1.10', B: 'true', C: '1e3' },
    ],
    [
      'JSON with a name that objects have',
      '{"__proto__": "x"}',
      JSON.parse('{"__proto__":"x"}') as Record<string, string>,
    ],
    [
      'YAML texts as typed',
      'A: 1.10\nB: 0123\nC: yes\nD: 2024-01-01\nE: null\nF: ~\nG: 1_000',
      { A: '1.10', B: '0123', C: 'yes', D: '2024-01-01', E: 'null', F: '~', G: '1_000' },
    ],
    ['YAML with nothing behind the colon', 'A:\nB: ""', { A: '', B: '' }],
    ['YAML with a key of several lines', `KEY: |\n${PEM.replaceAll(/^(?=.)/gm, '  ')}`, { KEY: PEM }],
    ['YAML with a value that holds =', 'A: b=c', { A: 'b=c' }],
    ['YAML with comments', '# one\nA: b # two', { A: 'b' }],
  ])('%s', async (_name, text, map) => {
    const parsed = await parseMap(text);
    expect(parsed).toEqual({ ok: true, value: new Map(Object.entries(map)) });
  });
});

describe('maps that are refused', () => {
  test.each<[name: string, text: string, line: number | null, says: RegExp]>([
    ['a key of several lines without YAML', `KEY=${PEM}`, 3, /several lines .* KEY|several lines/],
    ['a name alone', 'A=1\nB', 2, /NAME=value/],
    ['a blank before the =', 'A = 1', 1, /no blank before the =/],
    ['a name twice', 'A=1\n\nA=2', 3, /line 3 repeats the name of line 1/],
    ['a list', '- A=1', 1, /line 1 is neither/],
    ['broken JSON', '{A: 1}', null, /valid JSON/],
    ['a nested value in JSON', '{"A": {"B": "c"}}', null, /entry 1 is a list, a map or null/],
    ['null in JSON', '{"A": "b", "C": null}', null, /entry 2/],
    ['an empty name in JSON', '{"": "b"}', null, /entry 1 has none/],
    ['a nested value in YAML', 'A: b\nB:\n  C: d', 2, /line 2 is a list, a map or an alias/],
    ['an alias in YAML', 'A: &x y\nB: *x', 2, /line 2 is a list, a map or an alias/],
    ['a name twice in YAML', 'A: 1\nA: 2', 2, /line 2 repeats one/],
    ['a quote that is not closed in YAML', 'A: b\nB: "c', 2, /as YAML it fails at line 2/],
    ['two documents', 'A: b\n---\nC: d', 2, /fails at line 2/],
  ])('%s', async (_name, text, line, says) => {
    expect(await parseMap(text)).toEqual({ ok: false, line, allowed: expect.stringMatching(says) });
  });

  test('what is allowed never repeats the value', async () => {
    const secret = 'hunter2';
    const texts = [
      `A: "${secret}`,
      `{"A": ${secret}}`,
      `A=1\n${secret}`,
      `A: !x ${secret}\nB: {${secret}`,
      `*${secret}: a`,
    ];
    for (const text of texts) {
      const parsed = await parseMap(text);
      expect(parsed.ok).toBe(false);
      expect(JSON.stringify(parsed)).not.toContain(secret);
    }
  });
});

const name = fc.stringMatching(/^[A-Za-z_][\w.-]{0,20}$/);

describe('round trips', () => {
  test('any text of one line comes back from a line', async () => {
    const value = fc.string({ unit: 'grapheme' }).filter((text) => !/[\n\r]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, value, { minKeys: 1 }), async (map) => {
        const text = Object.entries(map).map(([key, each]) => `${key}=${each}`);
        expect(await parseMap(text.join('\n'))).toEqual({ ok: true, value: new Map(Object.entries(map)) });
      }),
    );
  });

  test('any text at all comes back from JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.string({ unit: 'grapheme' })), async (map) => {
        expect(await parseMap(JSON.stringify(map))).toEqual({ ok: true, value: new Map(Object.entries(map)) });
      }),
    );
  });

  test('any quoted text comes back from YAML', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.string(), { minKeys: 1 }), async (map) => {
        const text = Object.entries(map).map(([key, each]) => `${key}: ${JSON.stringify(each)}`);
        expect(await parseMap(text.join('\n'))).toEqual({ ok: true, value: new Map(Object.entries(map)) });
      }),
    );
  });

  test('nothing makes the reader throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom(
            'A',
            '=',
            ':',
            ' ',
            '\n',
            '{',
            '"',
            "'",
            '-',
            '&',
            '*',
            '|',
            '#',
            '?',
            '!',
            '[',
            '<',
            '%',
            '\t',
          ),
        }),
        async (text) => {
          expect(typeof (await parseMap(text)).ok).toBe('boolean');
        },
      ),
      { numRuns: 500 },
    );
  });
});
