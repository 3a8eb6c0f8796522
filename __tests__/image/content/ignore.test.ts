import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoIdentity } from '../../../src/image/content/no-identity.ts';
import { readPatterns } from '../../../src/image/content/pattern.ts';
import { newFolder, plant, removeFolder, sent } from './trees.ts';

interface Answers {
  readonly tree: readonly string[];
  readonly cases: readonly { readonly name?: string; readonly ignore: string; readonly sent: string }[];
}

/**
 * What Docker's own code sends of a tree under an ignore file: printed by a program around moby/patternmatcher 0.6.1
 * (`ignorefile.ReadAll`) and tonistiigi/fsutil (`Walk` with `ExcludePatterns`), the parts that buildx is made of.
 */
const answers = JSON.parse(readFileSync(join(import.meta.dirname, 'docker-answers.json'), 'utf8')) as {
  readonly named: Answers;
  readonly random: Answers;
};

const lines = (paths: readonly string[]): string => [...paths].sort().join('\n');

describe.each(Object.entries(answers))('ignore files, as Docker reads them: %s cases', (_kind, { tree, cases }) => {
  const folder = newFolder();
  beforeAll(() => {
    plant(folder, Object.fromEntries(tree.map((path) => [path, 'x'])));
  });
  afterAll(() => {
    removeFolder(folder);
  });

  test.each(cases.map((one) => [one.name ?? JSON.stringify(one.ignore), one] as const))('%s', (_name, one) => {
    expect(lines(sent(folder, one.ignore))).toBe(one.sent);
  });
});

test.each(['!', '! ', '[', 'a[', '[]', '[^]', '[a-]', '[-a]', 'a\\', '!/', './!'])(
  '%j is refused, as by Docker',
  (line) => {
    expect(() => readPatterns(line)).toThrow(NoIdentity);
  },
);

test('a class that Docker cannot compile is refused where it is first used', () => {
  const folder = newFolder();
  plant(folder, { a: 'x' });
  try {
    expect(() => sent(folder, '[b-a]')).toThrow('a pattern that Docker refuses: "[b-a]"');
  } finally {
    removeFolder(folder);
  }
});

test.each([
  ['?', ['ab']],
  ['😀', ['ab', '😎']],
  ['*\n!?', ['😀', '😎']],
  ['[😀]', ['ab', '😎']],
])('characters outside of the basic plane are one character: %j', (ignore, left) => {
  const folder = newFolder();
  plant(folder, { ab: '', '😀': '', '😎': '' });
  try {
    expect(sent(folder, ignore)).toEqual(left);
  } finally {
    removeFolder(folder);
  }
});

test('a name with the end of a line in it comes back', () => {
  const folder = newFolder();
  plant(folder, { 'a/b\nc': '', d: '' });
  try {
    expect(sent(folder, '*\n!a/**')).toEqual(['a', 'a/b\nc']);
  } finally {
    removeFolder(folder);
  }
});

test('what cannot be told counts as sent: a folder matched in two ways by one pattern', () => {
  const folder = newFolder();
  plant(folder, { 'a/b/c': 'x' });
  try {
    // Docker itself ignores a/b/c here.
    expect(sent(folder, 'a\n!*/b\n**/**')).toEqual(['a', 'a/b', 'a/b/c']);
  } finally {
    removeFolder(folder);
  }
});
