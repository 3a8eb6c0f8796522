import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type ContentBuild, type ContentPorts, contentTag } from '../../../src/image/content/content.ts';
import { buildOf, newFolder, plant, removeFolder } from './trees.ts';

let folder = '';
let beside = '';
beforeEach(() => {
  [folder, beside] = [newFolder(), newFolder()];
  plant(folder, {
    Dockerfile: 'FROM scratch\nCOPY . /\n',
    '.dockerignore': '*.md\nbuilt\n!built/kept\n.dockerignore\n',
    'README.md': 'read me',
    'src/a.js': 'a',
    'src/b.js': 'b',
    'src/link': '-> a.js',
    'built/kept': 'kept',
    'built/other': 'other',
    'empty/': '',
  });
  plant(beside, { Dockerfile: 'FROM scratch\n', file: 'x', ignored: 'y', '.dockerignore': 'ignored' });
});
afterEach(() => {
  removeFolder(folder);
  removeFolder(beside);
});

const at = (path: string): string => join(folder, path);

async function tagOf(change: Partial<ContentBuild> = {}, ports: ContentPorts = {}): Promise<string> {
  const told = await contentTag(buildOf(folder, change), ports);
  if ('tag' in told) return told.tag;
  throw new Error(`no tag: ${told.none}`);
}

test('is a valid tag, and the same each time', async () => {
  expect(await tagOf()).toMatch(/^content-[\da-f]{32}$/);
  expect(await tagOf()).toBe(await tagOf());
});

test('the scheme is pinned: a change of what is hashed needs a new version in it', async () => {
  rmSync(at('src/link'));
  symlinkSync('a.js', at('src/link'));
  expect(await tagOf()).toBe('content-93ba60b98f36524ee7efc798361bb4e2');
});

describe('changes the tag', () => {
  test.each<[string, () => void]>([
    [
      'content',
      () => {
        writeFileSync(at('src/a.js'), 'A');
      },
    ],
    [
      'content that moves from one file to the next',
      () => {
        writeFileSync(at('src/a.js'), 'ab');
        writeFileSync(at('src/b.js'), '');
      },
    ],
    [
      'a new file',
      () => {
        writeFileSync(at('src/c.js'), '');
      },
    ],
    [
      'a new empty folder',
      () => {
        mkdirSync(at('src/new'));
      },
    ],
    [
      'an empty folder removed',
      () => {
        rmSync(at('empty'), { recursive: true });
      },
    ],
    [
      'a file removed',
      () => {
        rmSync(at('src/b.js'));
      },
    ],
    [
      'an empty folder that becomes an empty file',
      () => {
        rmSync(at('empty'), { recursive: true });
        writeFileSync(at('empty'), '');
      },
    ],
    [
      'a mode',
      () => {
        chmodSync(at('src/a.js'), 0o755);
      },
    ],
    [
      'a set-id bit',
      () => {
        chmodSync(at('src/a.js'), 0o4644);
      },
    ],
    [
      'the mode of a folder',
      () => {
        chmodSync(at('src'), 0o700);
      },
    ],
    [
      'where a link leads',
      () => {
        rmSync(at('src/link'));
        symlinkSync('b.js', at('src/link'));
      },
    ],
    [
      'a link that becomes what it leads to',
      () => {
        rmSync(at('src/link'));
        writeFileSync(at('src/link'), 'a');
      },
    ],
    [
      'a name in another case',
      () => {
        writeFileSync(at('src/A.js'), 'a');
      },
    ],
    [
      'the Dockerfile',
      () => {
        appendFileSync(at('Dockerfile'), '\nUSER 1\n');
      },
    ],
    [
      'a file that the ignore file brings back',
      () => {
        writeFileSync(at('built/kept'), 'changed');
      },
    ],
    [
      'the mode of an ignored folder in which something is sent',
      () => {
        chmodSync(at('built'), 0o700);
      },
    ],
    [
      'an ignore file that lets more through',
      () => {
        writeFileSync(at('.dockerignore'), '');
      },
    ],
    [
      'an ignore file beside the Dockerfile',
      () => {
        writeFileSync(at('Dockerfile.dockerignore'), 'src');
      },
    ],
    [
      'a named pipe',
      () => {
        execFileSync('mkfifo', [at('pipe')]);
      },
    ],
  ])('%s', async (_name, change) => {
    const before = await tagOf();
    change();
    expect(await tagOf()).not.toBe(before);
  });
});

describe('leaves the tag', () => {
  test.each<[string, () => void]>([
    [
      'times',
      () => {
        utimesSync(at('src/a.js'), 1, 1);
        utimesSync(at('src'), 1, 1);
      },
    ],
    [
      'an ignored file',
      () => {
        writeFileSync(at('README.md'), 'changed');
      },
    ],
    [
      'a new ignored file',
      () => {
        writeFileSync(at('NEW.md'), '');
      },
    ],
    [
      'an ignored file beside one that is sent',
      () => {
        writeFileSync(at('built/other'), 'changed');
      },
    ],
    [
      'a remark in an ignore file that is ignored itself',
      () => {
        appendFileSync(at('.dockerignore'), '# remark\n');
      },
    ],
    [
      'a file made again',
      () => {
        rmSync(at('src/a.js'));
        writeFileSync(at('src/a.js'), 'a');
        chmodSync(at('src/a.js'), 0o644);
      },
    ],
    [
      'a copy that becomes a hard link',
      () => {
        rmSync(at('src/b.js'));
        writeFileSync(at('src/a.js'), 'b');
        linkSync(at('src/a.js'), at('src/b.js'));
        writeFileSync(at('src/a.js'), 'b');
      },
    ],
    [
      'what a link leads to, outside',
      () => {
        writeFileSync(join(beside, 'file'), 'changed');
      },
    ],
  ])('%s', async (name, change) => {
    symlinkSync(join(beside, 'file'), at('src/out'));
    symlinkSync('.', at('src/loop'));
    if (name.includes('hard link')) writeFileSync(at('src/a.js'), 'b');
    const before = await tagOf();
    change();
    expect(await tagOf()).toBe(before);
  });

  (process.getuid?.() === 0 ? test : test.skip)('an owner', async () => {
    const before = await tagOf();
    chownSync(at('src/a.js'), 1234, 1234);
    expect(await tagOf()).toBe(before);
  });

  test('the place of the context, with a slash behind it or not', async () => {
    const there = newFolder();
    execFileSync('cp', ['-a', `${folder}/.`, there]);
    expect(await tagOf({ context: `${there}/`, file: join(there, 'Dockerfile') })).toBe(await tagOf());
    removeFolder(there);
  });
});

describe('what is given to the build', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const map = (record: Record<string, string>): ReadonlyMap<string, string> => new Map(Object.entries(record));
  const given: [string, () => Partial<ContentBuild>][] = [
    ['nothing', () => ({})],
    ['a target', () => ({ target: 'test' })],
    ['a target without a name', () => ({ target: '' })],
    ['an argument', () => ({ buildArgs: map({ A: 'b' }) })],
    ['an argument cut elsewhere', () => ({ buildArgs: map({ Ab: '' }) })],
    ['a label', () => ({ labels: map({ A: 'b' }) })],
    ['two arguments', () => ({ buildArgs: map({ A: 'b', C: 'd' }) })],
    ['one argument that reads like two', () => ({ buildArgs: map({ A: 'b\nC=d' }) })],
    ['another platform', () => ({ platforms: ['linux/arm64'] })],
    ['two platforms', () => ({ platforms: ['linux/amd64', 'linux/arm64'] })],
    ['a build context by digest', () => ({ buildContexts: map({ base: `docker-image://alpine@${digest}` }) })],
    ['a build context here', () => ({ buildContexts: map({ base: beside }) })],
    ['a build context of another name', () => ({ buildContexts: map({ other: beside }) })],
    ['another Dockerfile', () => ({ file: join(beside, 'Dockerfile') })],
  ];

  test('each makes a tag of its own', async () => {
    const tags = await Promise.all(given.map(([, change]) => tagOf(change())));
    expect(new Set(tags).size).toBe(given.length);
  });

  test('order does not count; the default platform is the one asked for', async () => {
    const one = {
      buildArgs: map({ A: '1', B: '2' }),
      labels: map({ a: '', b: '' }),
      platforms: ['linux/a', 'linux/b'],
    };
    const other = {
      buildArgs: map({ B: '2', A: '1' }),
      labels: map({ b: '', a: '' }),
      platforms: ['linux/b', 'linux/a'],
    };
    expect(await tagOf(one)).toBe(await tagOf(other));
    expect(await tagOf({ platforms: ['linux/amd64'] })).toBe(await tagOf());
    expect(await tagOf({ defaultPlatform: 'linux/arm64' })).not.toBe(await tagOf());
  });

  test('a build context here is hashed with its own ignore file', async () => {
    const change = { buildContexts: map({ base: beside }) };
    const before = await tagOf(change);
    writeFileSync(join(beside, 'ignored'), 'changed');
    expect(await tagOf(change)).toBe(before);
    writeFileSync(join(beside, 'file'), 'changed');
    expect(await tagOf(change)).not.toBe(before);
  });

  test('the classic builder does not know an ignore file beside the Dockerfile', async () => {
    const change = { file: join(beside, 'Dockerfile'), buildx: false };
    const before = await tagOf(change);
    writeFileSync(join(beside, 'Dockerfile.dockerignore'), '*');
    expect(await tagOf(change)).toBe(before);
    expect(await tagOf({ ...change, buildx: true })).not.toBe(before);
  });
});
