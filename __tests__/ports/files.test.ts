import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readTextFile } from '../../src/ports/files.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  await mkdir(join(folder, 'folder'));
  await writeFile(join(folder, 'plain'), 'ä\r\nb');
  await writeFile(join(folder, 'marked'), '\uFEFF{}');
  await writeFile(join(folder, 'latin'), Buffer.from([0xe4]));
  await writeFile(join(folder, 'large'), Buffer.alloc(5 * 1024 * 1024 + 1, 'x'));
  await writeFile(join(folder, 'empty'), '');
});

afterAll(() => rm(folder, { recursive: true }));

test.each<[string, string | null]>([
  ['plain', 'ä\r\nb'],
  ['marked', '{}'],
  ['empty', ''],
  ['absent', null],
  ['plain/below', null],
])('%s is read as %j', async (name, text) => {
  expect(await readTextFile(join(folder, name))).toBe(text);
});

test.each([
  ['folder', /it is not a file/],
  ['latin', /it is not UTF-8 text/],
  ['large', /5242881 bytes; 5242880 are read at most/],
])('%s is refused', async (name, message) => {
  await expect(readTextFile(join(folder, name))).rejects.toThrow(message);
});
