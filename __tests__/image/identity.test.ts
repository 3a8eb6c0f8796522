import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contentOf } from '../../src/image/identity.ts';
import { type BuildInputs } from '../../src/inputs/types.ts';
import { buildSource } from './world.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'identity-'));
  await mkdir(join(workspace, 'lib'));
  for (const [name, text] of [
    ['Dockerfile', 'FROM scratch\n'],
    ['Other', 'FROM scratch\n'],
    ['lib/a', 'a'],
  ] as const)
    await writeFile(join(workspace, name), text);
});
afterAll(() => rm(workspace, { recursive: true }));

const of = async (changes: Partial<BuildInputs> = {}, env = {}): Promise<string> => {
  const found = await contentOf(buildSource(changes), { context: { workspace }, env });
  return 'tag' in found ? found.tag : `none: ${found.none}`;
};

test.each<[string, Partial<BuildInputs>]>([
  ['an argument', { buildArgs: new Map([['A', '1']]) }],
  ['a label', { labels: new Map([['a', '1']]) }],
  ['a target', { target: 'test' }],
  ['a platform', { platforms: ['linux/s390x'] }],
  ['a build context', { buildContexts: new Map([['lib', 'lib']]) }],
  ['provenance', { provenance: 'true' }],
  ['an SBOM', { sbom: 'true' }],
])('%s makes another tag', async (_name, changes) => {
  const tag = await of(changes);
  expect(tag).toMatch(/^content-[0-9a-f]{32}$/);
  expect(tag).not.toBe(await of());
});

test.each<[string, Partial<BuildInputs>]>([
  ['a secret', { buildSecrets: new Map([['a', '1']]) }],
  ['a cache', { cacheFrom: ['type=gha'], cacheTo: ['type=gha'] }],
  ['a tag', { tags: ['v1'] }],
  ['another name of a Dockerfile of the same text', { file: 'Other' }],
])('%s makes none', async (_name, changes) => {
  expect(await of(changes)).toBe(await of());
});

test('the default platform is the one that Docker is told', async () => {
  expect(await of({}, { DOCKER_DEFAULT_PLATFORM: 'linux/s390x' })).toBe(await of({ platforms: ['linux/s390x'] }));
});

test.each<[string, Partial<BuildInputs>]>([
  ['a remote context', { context: 'https://github.com/o/r.git#main' }],
  ['a build context from elsewhere', { buildContexts: new Map([['base', 'docker-image://alpine:3']]) }],
])('%s: none, with the reason', async (_name, changes) => {
  expect(await of(changes)).toMatch(/^none: /);
});

test('an ignore file beside the Dockerfile: what either client would send counts', async () => {
  await writeFile(join(workspace, 'Other.dockerignore'), 'lib\n');
  const before = await of({ file: 'Other' });
  await writeFile(join(workspace, 'lib/a'), 'b');
  expect(await of({ file: 'Other' })).not.toBe(before);
});
