import { describe, expect, test } from '@jest/globals';
import { esModules, inAscii } from '../../scripts/sdk-modules.ts';

describe('esModules', () => {
  test('leads imports to the ES modules, past every node condition', () => {
    const given = {
      name: 'x',
      main: './dist-cjs/index.js',
      module: './dist-es/index.js',
      dependencies: { node: '1.0.0' },
      exports: { './a': { types: './a.d.ts', node: './dist-cjs/a.js', import: './dist-es/a.js' } },
    };
    expect(JSON.parse(esModules(JSON.stringify(given)))).toEqual({
      ...given,
      main: './dist-es/index.js',
      exports: { './a': { types: './a.d.ts', import: './dist-es/a.js' } },
    });
  });

  test('leaves a package without exports without them', () => {
    expect(JSON.parse(esModules('{"main":"a.js"}'))).toEqual({ main: 'a.js' });
  });
});

test.each([
  ['plain', 'const a = 1;', 'const a = 1;'],
  ['one unit', "'…'", "'\\u2026'"],
  ['two units', "'😀'", "'\\ud83d\\ude00'"],
])('inAscii keeps what a program says: %s', (_name, code, expected) => {
  expect(inAscii(code)).toBe(expected);
});
