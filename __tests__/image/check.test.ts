import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { type BuildInputs } from '../../src/inputs/types.ts';
import { createDocker } from '../../src/ports/docker.ts';
import { type Act, buildSource, checkBuild, makeWorld } from './world.ts';

type World = Awaited<ReturnType<typeof makeWorld>>;
let world: World | null = null;
afterEach(async () => {
  await world?.remove();
  world = null;
});

async function faultsOf(changes: Partial<BuildInputs>, acts: readonly Act[] = []) {
  world = await makeWorld(acts);
  const { workspace } = world;
  const faults = await checkBuild(buildSource(changes), world.ports);
  return faults.map(({ tried, on, why }) => `${tried} | ${on.replace(workspace, 'W')} | ${why}`);
}

test.each<[string, Partial<BuildInputs>, Act[], string[]]>([
  ['all is there', {}, [], []],
  ['no context', { context: 'app' }, [], ['find the build context | W/app | there is nothing.']],
  [
    'a context that is a file',
    { context: 'Dockerfile' },
    [],
    ['find the build context | W/Dockerfile | it is a file, not a folder.'],
  ],
  ['no Dockerfile', { file: 'Dockerfile.prod' }, [], ['find the Dockerfile | W/Dockerfile.prod | there is nothing.']],
  ['a Dockerfile that is a folder', { file: '.' }, [], ['find the Dockerfile | W | it is a folder, not a file.']],
  [
    'no engine, and more',
    { context: 'app', tags: ['a/b'] },
    [{ on: 'version', code: 1, out: '\n', err: 'Cannot connect to the Docker daemon at unix:///x.\n' }],
    [
      'ask Docker for its engine | docker version | no Docker engine answers: Cannot connect to the Docker daemon at unix:///x.',
      'find the build context | W/app | there is nothing.',
      "tag the image | \"a/b\" | it is neither a tag (letters, digits, '_', '.', '-'; at most 128) nor a reference of shop with a tag.",
    ],
  ],
])('%s', async (_name, changes, acts, expected) => {
  expect(await faultsOf(changes, acts)).toEqual(expected);
});

test('a Dockerfile is looked for in the context, and a given one in the workspace', async () => {
  world = await makeWorld();
  await mkdir(join(world.workspace, 'app'));
  const inContext = await checkBuild(buildSource({ context: 'app' }), world.ports);
  expect(inContext.map(({ on }) => on)).toEqual([join(world.workspace, 'app', 'Dockerfile')]);
  expect(await checkBuild(buildSource({ context: 'app', file: 'Dockerfile' }), world.ports)).toEqual([]);
});

test('no docker on the PATH', async () => {
  world = await makeWorld();
  await rm(join(world.bin, 'docker'));
  const docker = createDocker({ PATH: world.bin });
  const faults = await checkBuild(buildSource(), { ...world.ports, docker });
  expect(faults.map(({ why }) => why)).toEqual(['there is no docker on the PATH.']);
});
