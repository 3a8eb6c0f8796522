import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import { type ContentBuild } from '../../../src/image/content/content.ts';
import { ignoreRules } from '../../../src/image/content/ignore.ts';
import { readPatterns } from '../../../src/image/content/pattern.ts';
import { type Entry, walk } from '../../../src/image/content/walk.ts';

const made: string[] = [];

/** A new folder, removed when the tests of its file are over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  made.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export const removeFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
};

/** Path → text of a file; a path that ends with `/` is a folder; `-> x` is a link to x. Modes do not hang on the umask. */
export function plant(folder: string, tree: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(tree)) {
    const place = join(folder, path);
    makeFolder(path.endsWith('/') ? place : dirname(place), folder);
    if (path.endsWith('/')) continue;
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), place);
    else {
      writeFileSync(place, text);
      chmodSync(place, 0o644);
    }
  }
}

function makeFolder(place: string, top: string): void {
  if (mkdirSync(place, { recursive: true }) === undefined) return;
  for (let at = place; at.length > top.length; at = dirname(at)) chmodSync(at, 0o755);
}

/** What is walked of a folder under an ignore file, as texts. */
export const sent = (folder: string, ignore: string): string[] =>
  entries(folder, ignore).map(({ path }) => path.toString());

export const entries = (folder: string, ignore = ''): Entry[] => [...walk(folder, ignoreRules(readPatterns(ignore)))];

/** A build of a folder that has a Dockerfile, with nothing else asked for. */
export const buildOf = (folder: string, change: Partial<ContentBuild> = {}): ContentBuild => ({
  context: folder,
  file: join(folder, 'Dockerfile'),
  target: null,
  buildArgs: new Map(),
  platforms: [],
  buildContexts: new Map(),
  labels: new Map(),
  defaultPlatform: 'linux/amd64',
  buildx: true,
  ...change,
});
