import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { appendFileSync, chmodSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { type ContentBuild, type ContentPorts, contentTag } from '../../../src/image/content/content.ts';
import { StepError } from '../../../src/errors.ts';
import { buildOf, entries, newFolder, plant, removeFolder } from './trees.ts';

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

describe('no tag, with the reason', () => {
  test.each([
    ['https://user:token@example.com/shop.git?token=x#main', 'https://example.com/shop.git#main'],
    ['git@github.com:acme/shop.git', 'git@github.com:acme/shop.git'],
    ['github.com/acme/shop', 'github.com/acme/shop'],
    ['ssh://git@example.com/shop', 'ssh://example.com/shop'],
    ['docker-image://alpine:3', 'docker-image://alpine:3'],
    ['oci-layout:///tmp/layout:tag', 'oci-layout:///tmp/layout:tag'],
    ['target:base', 'target:base'],
    ['-', '-'],
  ])('%s', async (text, shown) => {
    const none = `the content of ${shown} can change unseen`;
    expect(await contentTag(buildOf(folder, { buildContexts: new Map([['base', text]]) }))).toEqual({ none });
    expect(await contentTag(buildOf(folder, { context: text }))).toEqual({ none });
  });

  test('an ignore file that Docker refuses', async () => {
    writeFileSync(at('.dockerignore'), '[');
    const none = 'the ignore file has a pattern that Docker refuses: "["';
    expect(await contentTag(buildOf(folder))).toEqual({ none });
  });

  test.each<[string, (path: string) => void]>([
    [
      'grows',
      (path) => {
        appendFileSync(path, 'more');
      },
    ],
    [
      'shrinks',
      (path) => {
        writeFileSync(path, 'less');
      },
    ],
    [
      'is written again',
      (path) => {
        utimesSync(path, 1, 1);
      },
    ],
  ])('a file that %s while it is read', async (_name, change) => {
    rmSync(join(beside, '.dockerignore'));
    writeFileSync(join(beside, 'a'), Buffer.alloc(3_000_000));
    let breaths = 0;
    const breathe = (): null => {
      // The first follows the Dockerfile, the second the first piece of the large file.
      if (++breaths === 2) change(join(beside, 'a'));
      return null;
    };
    const told = await contentTag(buildOf(beside), { pace: { breathe } });
    expect(told).toEqual({ none: `${join(beside, 'a')} changed while it was read` });
  });
});

describe('hard cases', () => {
  test('names that are not UTF-8 are told apart', async () => {
    const name = (byte: number): Buffer => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([byte])]);
    writeFileSync(name(0xfe), '');
    const before = await tagOf();
    rmSync(name(0xfe));
    writeFileSync(name(0xff), '');
    expect(await tagOf()).not.toBe(before);
  });

  test('a socket is counted and not opened', async () => {
    const server = createServer().listen(at('socket'));
    await once(server, 'listening');
    try {
      await tagOf();
      expect(entries(folder).find(({ path }) => path.toString() === 'socket')?.kind).toBe('socket');
    } finally {
      server.close();
    }
  });

  test('a path as long as the system allows, in folders of long names', async () => {
    const long = Array.from({ length: 15 }, () => 'n'.repeat(240)).join('/');
    const before = await tagOf();
    mkdirSync(at(long), { recursive: true });
    writeFileSync(at(`${long}/file`), '');
    expect(await tagOf()).not.toBe(before);
  });

  test.each([
    ['a context that is not there', { context: '/nowhere/at/all' }, '(/nowhere/at/all): there is nothing.'],
    ['a Dockerfile that is not there', { file: '/nowhere' }, 'find the Dockerfile (/nowhere): there is nothing.'],
    ['a context that is a file', { context: import.meta.filename }, 'it is not a folder.'],
  ])('%s is a fault', async (_name, change, text) => {
    await expect(tagOf(change)).rejects.toThrow(text);
  });

  test.each([
    ['file', 'src/b.js', 0o000],
    ['folder', 'src', 0o000],
  ])('an unreadable %s is named; an ignored one does not matter', async (_kind, path, mode) => {
    chmodSync(folder, 0o755);
    chmodSync(at(path), mode);
    await asNobody(async () => {
      await expect(tagOf()).rejects.toThrow(StepError);
      await expect(tagOf()).rejects.toThrow(`(${at(path)}): this job may not read it.`);
    });
    writeFileSync(at('.dockerignore'), 'src\n!**/none');
    await asNobody(async () => {
      expect(await tagOf()).toMatch(/^content-/);
    });
    chmodSync(at(path), 0o755);
  });

  test('an abort ends it with the reason, before and in the middle', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(tagOf({}, { signal })).rejects.toThrow('cancelled');
    const pace = { breathe: () => Promise.reject(new Error('cancelled later')) };
    await expect(tagOf({}, { pace })).rejects.toThrow('cancelled later');
  });
});

/** Root may read everything. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}
