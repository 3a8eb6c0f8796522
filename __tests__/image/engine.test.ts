/** A build with the real Docker client and engine, pushed to the sandbox's registry and confirmed over its API. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ECR } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { awsEnvironment } from '../../scripts/rehearsal/clients.ts';
import { type Destination, type ImagePorts } from '../../src/image/ports.ts';
import { provideImage } from '../../src/image/provide.ts';
import { type EcrPort } from '../../src/ports/aws/aws.ts';
import { ecrPort } from '../../src/ports/aws/ecr.ts';
import { createDocker } from '../../src/ports/docker.ts';
import { useEnvironment } from '../ports/aws/account.ts';
import { buildSource, makeLog, sha } from './world.ts';

const probe = spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 10_000 });
const engine = probe.status === 0;
if (!engine) process.stderr.write('Image builds with a real engine: left out, no Docker engine answers\n');

let sandbox: RunningSandbox;
let ecr: ECR;
let folder: string;
let restore: () => void;

beforeAll(async () => {
  if (!engine) return;
  sandbox = await startSandbox({ registry: 'auto' });
  restore = useEnvironment(awsEnvironment(sandbox.url));
  ecr = new ECR({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await ecr.createRepository({ repositoryName: 'shop' });
  folder = await mkdtemp(join(tmpdir(), 'image-engine-'));
  await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\nARG NOTE\nCOPY Dockerfile /\nLABEL note=$NOTE\n');
  await writeFile(join(folder, 'Broken'), 'FROM scratch\nCOPY not-there /\n');
}, 60_000);

afterAll(async () => {
  if (!engine) return;
  restore();
  await sandbox.close();
  await rm(folder, { recursive: true });
}, 30_000);

/** The real port; with a password of the test's own where it is given. */
const port = (password: string | null): EcrPort => {
  const real = ecrPort({ region: 'eu-west-1', maxRetries: 0 });
  return {
    ...real,
    authorization: async () => {
      const login = await real.authorization();
      return { ...login, password: password ?? login.password };
    },
  };
};

async function setUp(password: string | null = null) {
  const told: string[] = [];
  const temp = await mkdtemp(join(folder, 'temp-'));
  const context = {
    repository: 'o/r',
    runId: '1',
    runAttempt: '1',
    job: 'j',
    actor: 'a',
    serverUrl: 'https://github.com',
  };
  const ports: ImagePorts = {
    ecr: port(password),
    docker: createDocker(),
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    log: makeLog(told),
    runner: { context: { ...context, sha, workspace: folder, temp }, saveState: () => undefined },
  };
  const { repositories } = await ecr.describeRepositories({ repositoryNames: ['shop'] });
  const to: Destination = { repositoryUri: repositories?.[0]?.repositoryUri ?? '' };
  return { told, temp, ports, to };
}

(engine ? describe : describe.skip)('with a Docker engine', () => {
  test('builds, pushes every tag, and tells the digest that the repository has', async () => {
    const { ports, to, temp, told } = await setUp();
    const source = buildSource({ tags: ['v1'], buildArgs: new Map([['NOTE', 'value-of-the-argument']]) });
    const image = await provideImage(source, to, null, ports);
    const { imageDetails } = await ecr.describeImages({ repositoryName: 'shop', imageIds: [{ imageTag: 'v1' }] });
    expect(imageDetails?.[0]?.imageTags?.toSorted()).toEqual([sha, 'v1'].toSorted());
    expect(image?.reference).toBe(`${to.repositoryUri}@${imageDetails?.[0]?.imageDigest ?? ''}`);
    const inspect = spawnSync('docker', ['image', 'inspect', `${to.repositoryUri}:v1`], { encoding: 'utf8' });
    expect(inspect.stdout).toContain('"note": "value-of-the-argument"');
    expect(inspect.stdout).toContain(`"org.opencontainers.image.revision": "${sha}"`);
    expect(await readdir(temp)).toEqual([]);
    expect(told.filter((line) => /^(warning|error)/.test(line))).toEqual([]);
  }, 60_000);

  test('two runs that push the same content at once, in an immutable repository, end on one digest', async () => {
    const { ports, to } = await setUp();
    const repository = sandbox.sandbox.world.ecr.repositories.get('shop');
    if (repository) repository.mutability = 'IMMUTABLE';
    const existing = { content: { tag: 'content-race' }, image: null, taken: [] };
    const run = (note: string) =>
      // Different arguments stand in for a build whose bytes differ each time.
      provideImage(buildSource({ buildArgs: new Map([['NOTE', note]]) }), to, existing, {
        ...ports,
        runner: { ...ports.runner, context: { ...ports.runner.context, sha: 'a'.repeat(40) } },
        clock: { now: () => Date.now(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 10)) },
      });
    const [one, other] = await Promise.all([run('one'), run('other')]);
    expect(one?.digest).toBe(other?.digest);
    const [found] = await ports.ecr.manifests('shop', [{ tag: 'content-race' }]);
    expect(found?.digest).toBe(one?.digest);
  }, 60_000);

  test('a build that fails names the instruction', async () => {
    const { ports, to, temp } = await setUp();
    const work = provideImage(buildSource({ file: 'Broken' }), to, null, ports);
    await expect(work).rejects.toThrow('docker build failed at `COPY not-there /`');
    expect(await readdir(temp)).toEqual([]);
  }, 60_000);

  test('a password that the registry refuses', async () => {
    const { ports, to, temp } = await setUp('wrong-password');
    const work = provideImage(buildSource(), to, null, ports);
    await expect(work).rejects.toMatchObject({ fault: { tried: 'log in to the registry' } });
    expect(await readdir(temp)).toEqual([]);
  }, 60_000);

  test('a repository that is gone', async () => {
    const { ports, to } = await setUp();
    const gone = { repositoryUri: `${to.repositoryUri}-gone` };
    await expect(provideImage(buildSource(), gone, null, ports)).rejects.toMatchObject({
      fault: {
        tried: 'push the image',
        repair: expect.stringContaining('create-repository --repository-name shop-gone'),
      },
    });
  }, 60_000);
});
