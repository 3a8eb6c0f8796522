import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { provideImage } from '../../src/image/provide.ts';
import {
  type Act,
  buildSource,
  destination,
  digest,
  ecrError,
  type Images,
  makeWorld,
  password,
  registry,
  sha,
} from './world.ts';

type World = Awaited<ReturnType<typeof makeWorld>>;
let world: World;
afterEach(() => world.remove());

async function setUp(acts: readonly Act[] = [], images?: Images): Promise<World> {
  world = await makeWorld(acts, images);
  return world;
}
const provide = (changes = {}) => provideImage(buildSource(changes), destination, null, world.ports);
const verbs = async () => (await world.calls()).map(({ args }) => args.slice(0, 2).join(' '));
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('It did not fail.');
    },
    (error: unknown) => (error as { fault: { tried: string; on: string; why: string; repair: string } }).fault,
  );

describe('a build', () => {
  test('logs in, builds, pushes each tag, and is deployed by digest', async () => {
    await setUp();
    expect(await provide({ tags: ['v1'] })).toEqual({
      reference: `${registry}/shop@${digest}`,
      repository: 'shop',
      tag: sha,
      digest,
      kind: 'pushed',
    });
    const lines = (await world.calls()).map(({ args }) => args.join(' '));
    expect(lines.filter((line) => !/^(?:version|(?:--debug )?buildx)/.test(line))).toEqual([
      `login --username AWS --password-stdin ${registry}`,
      `build --file ${world.workspace}/Dockerfile --label org.opencontainers.image.source=https://github.com/owner/shop ` +
        `--label org.opencontainers.image.revision=${sha} --tag ${registry}/shop:${sha} --tag ${registry}/shop:v1 ${world.workspace}`,
      `push ${registry}/shop:${sha}`,
      `push ${registry}/shop:v1`,
    ]);
  });

  test('uses buildx where the client has it', async () => {
    await setUp(
      [
        { on: 'buildx version', out: 'github.com/docker/buildx v0.14.0 171fcbe\n' },
        { on: '--debug buildx inspect', out: 'Name: default\nDriver: docker\n' },
      ],
      { [sha]: digest },
    );
    await provide();
    expect(await verbs()).toContain('buildx build');
  });

  test('asks the engine for the digest where the push does not tell it', async () => {
    await setUp([
      { on: 'push', out: 'pushed\n' },
      { on: 'image inspect', out: `["other/x@sha256:0","${registry}/shop@${digest}"]` },
    ]);
    expect(await provide()).toMatchObject({ digest });
  });

  test('takes the digest of the tag where ECR does not know the one that Docker told', async () => {
    const other = `sha256:${'0e'.repeat(32)}`;
    await setUp([], { [sha]: other });
    expect(await provide()).toMatchObject({ reference: `${registry}/shop@${other}` });
    expect(world.told.join('\n')).toContain(`ECR does not know the digest ${digest}`);
  });

  test('fails where ECR has neither digest nor tag', async () => {
    await setUp([], {});
    expect(await faultOf(provide())).toMatchObject({ on: `${registry}/shop:${sha}` });
  });

  test('goes on with a warning where ECR may not be asked', async () => {
    const { ports } = await setUp();
    const ecr = {
      ...ports.ecr,
      describeImage: () => Promise.reject(ecrError('denied', 'AccessDeniedException', 'shop')),
    };
    expect(await provideImage(buildSource(), destination, null, { ...ports, ecr })).toMatchObject({ digest });
    expect(world.told.join('\n')).toMatch(/warning The digest was not confirmed/);
  });
});

describe('a tag that cannot be moved', () => {
  const immutable =
    "tag invalid: The image tag 'x' already exists in the 'shop' repository and cannot be overwritten because the tag is immutable.\n";
  test('of the commit: the image of the earlier run is kept', async () => {
    const other = `sha256:${'0e'.repeat(32)}`;
    await setUp([{ on: 'push', code: 1, err: immutable }], { [sha]: other, [other]: other });
    expect(await provide({ tags: ['v1'] })).toMatchObject({ digest: other, kind: 'given' });
    expect(world.told.join('\n')).toMatch(/warning .*The tags v1 were not pushed/);
  });

  test.each([
    ['of the user, on the same image: nothing to do', digest, true],
    ['of the user, on another image: an error', `sha256:${'0e'.repeat(32)}`, false],
  ])('%s', async (_name, there, fine) => {
    await setUp([{ on: `push ${registry}/shop:v1`, code: 1, err: immutable }], { v1: there, [digest]: digest });
    const work = provide({ tags: ['v1'] });
    if (fine) expect(await work).toMatchObject({ digest });
    else
      expect(await faultOf(work)).toMatchObject({
        on: `${registry}/shop:v1`,
        repair: expect.stringContaining('cannot be moved'),
      });
  });
});

describe('what fails', () => {
  test.each<[string, Act, string, string]>([
    [
      'the build',
      { on: 'build --file', code: 1, out: 'Step 2/2 : RUN make\n', err: 'no make\n' },
      'build the image',
      'at `RUN make`',
    ],
    [
      'the disk in a build',
      { on: 'build --file', code: 1, err: 'write x: no space left on device\n' },
      'build the image',
      'no space left',
    ],
    [
      'a push that is denied',
      { on: 'push', code: 1, err: 'denied: not authorized to perform: ecr:PutImage\n' },
      'push the image',
      'ecr:PutImage',
    ],
    [
      'a repository that is gone',
      { on: 'push', code: 1, err: 'name unknown: The repository does not exist\n' },
      'push the image',
      'name unknown',
    ],
    [
      'the log-in',
      { on: 'login', code: 1, err: 'Error response from daemon: 401 Unauthorized\n' },
      'log in to the registry',
      '401',
    ],
  ])('%s: told once, without a second attempt', async (_name, act, tried, why) => {
    await setUp([act]);
    const fault = await faultOf(provide());
    expect(fault.tried).toBe(tried);
    expect(fault.why).toContain(why);
    expect(world.pauses).toEqual([]);
  });

  test('no engine: nothing is tried', async () => {
    await setUp([{ on: 'version', code: 1, err: 'Cannot connect\n' }]);
    expect(await faultOf(provide())).toMatchObject({ why: 'no Docker engine answers: Cannot connect' });
    expect(await verbs()).not.toContain('login --username');
  });

  test('the network, for a while: the push is repeated', async () => {
    await setUp([{ on: 'push', code: 1, err: 'dial tcp: connection refused\n', times: 2 }]);
    expect(await provide()).toMatchObject({ digest });
    expect(world.pauses).toEqual([2_000, 6_000]);
  });

  test('the network, for good: told after four attempts', async () => {
    await setUp([{ on: 'push', code: 1, err: 'dial tcp: connection refused\n' }]);
    expect((await faultOf(provide())).repair).toContain('after several attempts');
    expect((await verbs()).filter((verb) => verb.startsWith('push'))).toHaveLength(4);
  });
});

describe('secrets', () => {
  const FAILING: Act = { on: 'login', code: 1, err: `bad password ${password} given\n` };
  test.each<[string, readonly Act[]]>([
    ['in a run that ends well', []],
    ['where Docker repeats the password', [FAILING]],
  ])('the password goes over standard input, masked first, and stands nowhere else: %s', async (_name, acts) => {
    await setUp(acts);
    const end = await provide({ buildArgs: new Map([['TOKEN', 'value-of-the-argument']]) }).catch(
      (error: unknown) => error,
    );
    const masks = world.told.filter((line) => line.startsWith('mask '));
    expect(masks[0]).toBe(`mask ${password}`);
    const shown = [...world.told.filter((line) => !line.startsWith('mask ')), JSON.stringify(end), String(end)].join(
      '\n',
    );
    expect(shown).not.toContain(password);
    expect(shown).not.toContain('value-of-the-argument');
    for (const { args, env, input } of await world.calls()) {
      expect(args.join(' ')).not.toMatch(/registry-password|value-of-the-argument/);
      expect(Object.values(env).join(' ')).not.toContain(password);
      expect(input).toBe(args[0] === 'login' ? password : '');
      expect(env['TOKEN']).toBe(args[0] === 'build' ? 'value-of-the-argument' : undefined);
    }
  });

  test('the output of build and push stands between stop-commands', async () => {
    await setUp([{ on: 'build --file', out: '::set-env name=A::b\n' }]);
    await provide();
    const at = world.told.indexOf('info ::set-env name=A::b');
    expect(world.told.lastIndexOf('quoted', at)).toBeGreaterThan(world.told.lastIndexOf('unquoted', at));
  });
});

describe('the temporary configuration', () => {
  test('is the same for log-in, build and push, is told to post, and is gone afterwards', async () => {
    await setUp();
    await provide();
    const working = (await world.calls()).filter(({ args }) => /^(?:login|build|push)$/.test(args[0] ?? ''));
    const used = working.map(({ env }) => env['DOCKER_CONFIG'] ?? '');
    expect(new Set(used).size).toBe(1);
    expect(world.told).toContain(`state docker-config=${used[0] ?? ''}`);
    expect(used[0]?.startsWith(world.temp)).toBe(true);
    expect(await readdir(world.temp)).toEqual([]);
  });

  test.each<[string, Act]>([
    ['log-in', { on: 'login', code: 1 }],
    ['build', { on: 'build --file', code: 1 }],
    ['push', { on: 'push', code: 1 }],
  ])('is gone after a %s that failed', async (_name, act) => {
    await setUp([act]);
    await faultOf(provide());
    expect(await readdir(world.temp)).toEqual([]);
  });

  test('is gone after a cancel, which ends the build that runs', async () => {
    const { ports } = await setUp([{ on: 'build --file', out: 'begun\n', hang: true }]);
    const cancel = new AbortController();
    const log = {
      ...ports.log,
      info: (text: string) => {
        if (text === 'begun') cancel.abort(new Error('cancelled'));
      },
    };
    const work = provideImage(buildSource(), destination, null, { ...ports, log, signal: cancel.signal });
    await expect(work).rejects.toThrow('cancelled');
    expect(await readdir(world.temp)).toEqual([]);
    expect(await verbs()).not.toContain('push');
  });

  test('holds what the user has, but no credential store gets our token', async () => {
    await setUp();
    const theirs = join(world.user, '.docker');
    await mkdir(theirs);
    await writeFile(
      join(theirs, 'config.json'),
      JSON.stringify({
        credsStore: 'desktop',
        proxies: { default: {} },
        auths: { 'ghcr.io': { auth: 'x' }, [`https://${registry}`]: {} },
        credHelpers: { [registry]: 'ecr-login' },
      }),
    );
    await provide();
    const { config } = (await world.calls()).find(({ args }) => args[0] === 'login') ?? { config: '' };
    expect(JSON.parse(config)).toEqual({
      credsStore: 'desktop',
      proxies: { default: {} },
      auths: { 'ghcr.io': { auth: 'x' } },
      credHelpers: { [registry]: '' },
    });
  });
});

test('nothing to provide', async () => {
  await setUp();
  expect(await provideImage({ kind: 'none' }, null, null, world.ports)).toBeNull();
  expect(await world.calls()).toEqual([]);
});
