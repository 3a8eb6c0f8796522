/** A build that pushes, with a `docker` that obeys a script. */
import { readdir } from 'node:fs/promises';
import { afterEach, expect, test } from '@jest/globals';
import { buildAndPush } from '../../src/image/build.ts';
import { type BuildInputs } from '../../src/inputs/types.ts';
import { type Act, buildSource, destination, digest, makeWorld, registry, sha } from './world.ts';

const BUILDX: readonly Act[] = [
  { on: 'buildx version', out: 'github.com/docker/buildx v0.14.0 171fcbe\n' },
  { on: '--debug buildx inspect', out: 'Name: b\nDriver: docker-container\n' },
];
const failed = (why: string, reference = `${registry}/shop:${sha}`): string =>
  `ERROR: failed to build: failed to solve: failed to push ${reference}: ${why}\n`;
const IMMUTABLE =
  "tag invalid: The image tag 'x' already exists and cannot be overwritten because the tag is immutable.";

let world: Awaited<ReturnType<typeof makeWorld>>;
afterEach(() => world.remove());

async function build(acts: readonly Act[], changes: Partial<BuildInputs> = {}, images: Record<string, string> = {}) {
  world = await makeWorld([...acts, ...BUILDX], { [sha]: digest, [digest]: digest, ...images });
  return await buildAndPush(buildSource(changes), destination, world.ports);
}
const builds = async () => (await world.calls()).filter(({ args }) => args[1] === 'build').map(({ args }) => args);

test('a push that the network broke is repeated from the build cache', async () => {
  const broken = failed('dial tcp: connection refused');
  const image = await build([{ on: 'buildx build', code: 1, err: broken, times: 1 }], { noCache: true, pull: true });
  expect(image).toMatchObject({ digest, kind: 'pushed' });
  expect(world.pauses).toEqual([2_000]);
  const asked = (await builds()).map((args) => [args.includes('--no-cache'), args.includes('--pull')]);
  expect(asked).toEqual([
    [true, true],
    [false, false],
  ]);
});

test.each([
  [
    'a build that the network broke is not',
    '#5 ERROR: connection refused\nERROR: failed to build: exit code: 1\n',
    'build the image',
  ],
  ['a push that was denied is not', failed('403 Forbidden'), 'push the image'],
])('%s repeated', async (_name, err, tried) => {
  await expect(build([{ on: 'buildx build', code: 1, err }])).rejects.toMatchObject({ fault: { tried } });
  expect(await builds()).toHaveLength(1);
  expect(await readdir(world.temp)).toEqual([]);
});

test('the tag of the commit cannot be moved: the image under it is kept', async () => {
  const act = { on: 'buildx build', code: 1, err: failed(IMMUTABLE) };
  expect(await build([act], { tags: ['v1'] })).toMatchObject({ digest, kind: 'given' });
});

test('build secrets are masked before Docker is called, reach the build alone, and are not shown', async () => {
  const image = await build([{ on: 'buildx build', out: 'npm said hunter2\n' }], {
    buildSecrets: new Map([['npm', 'hunter2']]),
  });
  expect(image.digest).toBe(digest);
  expect(world.told[0]).toBe('mask hunter2');
  expect(world.told.filter((line) => line.includes('hunter2'))).toEqual(['mask hunter2']);
  expect(world.told).toContain('info npm said ***');
  for (const { args, env } of await world.calls()) {
    expect(args.join(' ')).not.toContain('hunter2');
    expect(Object.values(env).includes('hunter2')).toBe(args[1] === 'build');
  }
});
