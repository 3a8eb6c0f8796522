/** Builds with buildx: on the engine's own BuildKit, and on a BuildKit daemon beside it. */
import { spawnSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildAndPush } from '../../src/image/build.ts';
import { metadataDigest } from '../../src/image/buildx.ts';
import { type BuildInputs } from '../../src/inputs/types.ts';
import { daemon, engine, plugin, realWorld, startBuilder } from './real.ts';
import { buildSource, checkBuild, sha } from './world.ts';

const here = engine && plugin !== '' && daemon !== '';
if (!here) process.stderr.write('Builds with buildx: left out (no engine, or no ECS_BLUE_GREEN_BUILDX)\n');

let real: Awaited<ReturnType<typeof realWorld>>;
let builder: Awaited<ReturnType<typeof startBuilder>>;

beforeAll(async () => {
  if (!here) return;
  real = await realWorld();
  builder = await startBuilder(real.folder, real.environment);
  await writeFile(join(real.workspace, 'Dockerfile'), 'FROM scratch\nARG NOTE\nCOPY Dockerfile /\nLABEL note=$NOTE\n');
  await writeFile(join(real.workspace, 'Broken'), 'FROM scratch\nCOPY not-there /\n');
}, 60_000);

afterAll(async () => {
  if (!here) return;
  await builder.close();
  await real.close();
}, 30_000);

const two = ['linux/amd64', 'linux/arm64'];
let serial = 0;

/** A build of its own: another argument makes another image. */
async function build(changes: Partial<BuildInputs>) {
  const run = await real.setUp();
  serial += 1;
  const image = await buildAndPush(
    buildSource({ buildArgs: new Map([['NOTE', `build ${serial}`]]), tags: [`v${serial}`], ...changes }),
    run.to,
    run.ports,
  );
  return { ...run, image, tag: `v${serial}` };
}

const manifestOf = async (digest: string): Promise<Record<string, unknown>> => {
  const [found] = await real.ecr.manifests('shop', [{ digest }]);
  return JSON.parse(found?.manifest ?? '{}') as Record<string, unknown>;
};

(here ? describe : describe.skip)('with buildx', () => {
  test.each([
    ["the engine's own builder", null],
    ['a builder of the workflow', 'remote'],
  ])(
    '%s: builds, pushes every tag, and tells the digest of one manifest',
    async (_name, name) => {
      const { image, temp, told, tag } = await build({ builder: name ?? 'default', labels: new Map([['x', 'y z']]) });
      const detail = await real.ecr.describeImage('shop', { tag });
      expect(detail?.imageTags).toEqual(expect.arrayContaining([sha, tag]));
      expect(image).toMatchObject({ kind: 'pushed', tag: sha, digest: detail?.imageDigest });
      expect((await manifestOf(image.digest ?? ''))['config']).toBeDefined();
      expect(told.filter((line) => /^(warning|error)|ECR does not know|Docker told no/.test(line))).toEqual([]);
      expect(told).toContain(`info Commit: ${sha} (GITHUB_SHA)`);
      expect(await readdir(temp)).toEqual([]);
    },
    60_000,
  );

  test('several platforms: the digest is that of the index', async () => {
    const { image } = await build({ builder: 'remote', platforms: two });
    const { manifests } = (await manifestOf(image.digest ?? '')) as { manifests: { platform: unknown }[] };
    expect(manifests.map(({ platform }) => platform)).toEqual([
      { architecture: 'amd64', os: 'linux' },
      { architecture: 'arm64', os: 'linux' },
    ]);
  }, 60_000);

  test('provenance, where it is asked for, is in the index too', async () => {
    const { image } = await build({ builder: 'remote', provenance: 'mode=max' });
    expect(JSON.stringify(await manifestOf(image.digest ?? ''))).toContain('attestation-manifest');
  }, 60_000);

  test('caches are written and read, in a folder of the workspace and in the repository', async () => {
    const { to } = await build({ builder: 'remote', cacheTo: ['type=local,dest=./cache'] });
    expect(await readdir(join(real.workspace, 'cache'))).toContain('index.json');
    const registry = `type=registry,ref=${to.repositoryUri}:cache`;
    await build({ builder: 'remote', cacheFrom: ['type=local,src=./cache'], cacheTo: [`${registry},mode=max`] });
    const { told } = await build({ builder: 'remote', cacheFrom: [registry], noCache: false });
    expect(told.join('\n')).toMatch(/importing cache manifest from \S+:cache/);
    expect(told.join('\n')).not.toMatch(/importing cache manifest[^\n]* ERROR/);
  }, 90_000);

  test('a build context and a pull are handed on', async () => {
    await writeFile(join(real.workspace, 'Other'), 'FROM scratch\nCOPY --from=other Dockerfile /\n');
    const { image } = await build({
      builder: 'remote',
      file: 'Other',
      buildContexts: new Map([['other', '.']]),
      pull: true,
    });
    expect(image.digest).toMatch(/^sha256:/);
  }, 60_000);

  test("what the engine's own builder cannot do is refused before the build", async () => {
    const { ports } = await real.setUp();
    const source = buildSource({ builder: 'default', platforms: two, cacheTo: ['type=gha'], sbom: 'true' });
    const faults = await checkBuild(source, ports);
    expect(faults.map(({ tried, on }) => `${tried} | ${on}`)).toEqual([
      'export the build cache | builder default with the driver docker',
      "build the image as asked | 'platforms', 'sbom' on the builder default with the driver docker",
    ]);
    expect(await checkBuild({ ...source, builder: 'remote' }, ports)).toEqual([]);
    expect((await checkBuild({ ...source, builder: 'gone' }, ports)).map(({ why }) => why)).toEqual([
      'no builder "gone" found',
    ]);
  }, 60_000);

  test.each(['default', 'remote'])(
    'a build that fails on %s names the instruction',
    async (name) => {
      const { ports, to, temp } = await real.setUp();
      const work = buildAndPush(buildSource({ builder: name, file: 'Broken' }), to, ports);
      await expect(work).rejects.toThrow('docker build failed at `COPY not-there /`');
      expect(await readdir(temp)).toEqual([]);
    },
    60_000,
  );

  test.each(['default', 'remote'])(
    'a repository that is gone, on %s',
    async (name) => {
      const { ports, to } = await real.setUp();
      const gone = { repositoryUri: `${to.repositoryUri}-gone` };
      await expect(buildAndPush(buildSource({ builder: name }), gone, ports)).rejects.toMatchObject({
        fault: { tried: 'push the image', repair: expect.stringContaining('--repository-name shop-gone') },
      });
    },
    60_000,
  );

  test.each(['default', 'remote'])(
    'a tag that cannot be moved, on %s: its image is kept',
    async (name) => {
      const first = await build({ builder: name, tags: [`kept-${name}`] });
      const repository = real.sandbox.sandbox.world.ecr.repositories.get('shop');
      if (repository === undefined) throw new Error('The repository is not there.');
      repository.mutability = 'IMMUTABLE';
      try {
        const { image } = await build({ builder: name, tags: [] });
        expect(image).toMatchObject({ digest: first.image.digest, kind: 'given' });
      } finally {
        repository.mutability = 'MUTABLE';
      }
    },
    90_000,
  );

  test('the builders of the user stay in use, and nothing is added to the home', async () => {
    const list = () => spawnSync('docker', ['buildx', 'ls'], { env: real.environment, encoding: 'utf8' }).stdout;
    const before = list();
    const { told, temp } = await build({});
    // `remote` was made last but not selected: the builder in use is the engine's own.
    expect(told.join('\n')).toContain('building with "default" instance');
    expect(list()).toBe(before);
    expect((await readdir(real.config)).sort()).toEqual(['buildx', 'cli-plugins']);
    expect(await readdir(temp)).toEqual([]);
  }, 60_000);
});

test.each([
  [null, null],
  ['{', null],
  ['[]', null],
  ['{"containerimage.digest": 1}', null],
  ['{"containerimage.digest": "sha256:12"}', null],
  [`{"containerimage.digest": "sha256:${'a'.repeat(64)}"}`, `sha256:${'a'.repeat(64)}`],
])('metadata %s', (text, digest) => {
  expect(metadataDigest(text)).toBe(digest);
});
