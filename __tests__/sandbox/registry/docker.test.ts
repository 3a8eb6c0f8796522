/** The real Docker client and engine against the sandbox's registry. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRepository } from '../../../sandbox/operations/ecr/CreateRepository.ts';
import { describeImages } from '../../../sandbox/operations/ecr/DescribeImages.ts';
import { getAuthorizationToken } from '../../../sandbox/operations/ecr/GetAuthorizationToken.ts';
import { startRegistry, type Registry } from '../../../sandbox/registry/registry.ts';
import { baseImage } from '../../../scripts/base-image.ts';
import { call, testSandbox } from '../ecr/fixture.ts';
import { freePort } from './fixture.ts';

const probe = spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 10_000 });
const sandbox = testSandbox();
const logged: string[] = [];
const registry: Registry | null =
  probe.status === 0 ? await startRegistry(sandbox, { mode: 'auto', log: (line) => void logged.push(line) }) : null;
const host = registry?.host ?? 'nowhere';

const name =
  probe.status !== 0
    ? 'left out: no Docker engine'
    : registry
      ? `docker with engine ${probe.stdout.toString().trim()}`
      : `left out: ${logged.join(' ')}`;

if (!registry) process.stderr.write(`Docker and the registry: ${name}\n`);

let directory: string;

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

async function docker(args: readonly string[], input?: string): Promise<Ran> {
  const env = { ...process.env, DOCKER_CONFIG: join(directory, 'config') };
  const child = spawn('docker', args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, output: `${stdout}${stderr}`.trim() };
}

/** Runs it and gives its output; the test fails with that when the exit code is not 0. */
async function well(...args: string[]): Promise<string> {
  const { code, output } = await docker(args);
  if (code !== 0) throw new Error(`docker ${args.join(' ')} ended with ${String(code)}: ${output}`);
  return output;
}

const login = (password: string): Promise<Ran> =>
  docker(['login', '--username', 'AWS', '--password-stdin', host], password);

async function token(): Promise<string> {
  const { authorizationData } = await call(getAuthorizationToken, sandbox, {});
  const decoded = Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64').toString();
  return decoded.slice('AWS:'.length);
}

/** A small image of its own for each `mark`. Gives its reference. */
async function scratchImage(repository: string, tag: string, mark: string): Promise<string> {
  const reference = `${host}/${repository}:${tag}`;
  await writeFile(join(directory, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\nARG MARK\nLABEL mark=$MARK\n');
  await well('build', '--quiet', '--build-arg', `MARK=${mark}`, '--tag', reference, directory);
  return reference;
}

async function digestOf(repositoryName: string, imageTag: string): Promise<string> {
  const { imageDetails } = await call(describeImages, sandbox, { repositoryName, imageIds: [{ imageTag }] });
  return imageDetails?.[0]?.imageDigest ?? '';
}

async function json(url: string): Promise<unknown> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const response = await fetch(url).catch(() => null);
    if (response) return response.json();
    // A real container starts in its own time: no clock of ours can step it.
    await sleep(100);
  }
  throw new Error(`${url} did not answer`);
}

(registry ? describe : describe.skip)(name, () => {
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'docker-'));
    await call(createRepository, sandbox, { repositoryName: 'team/web' });
    await call(createRepository, sandbox, { repositoryName: 'fixed', imageTagMutability: 'IMMUTABLE' });
  });

  beforeEach(async () => {
    await rm(join(directory, 'config'), { recursive: true, force: true });
  });

  afterAll(async () => {
    const listed = await docker([
      'images',
      '--quiet',
      '--filter',
      `reference=${host}/*`,
      '--filter',
      `reference=${host}/*/*`,
    ]);
    const ids = [...new Set(listed.output.split(/\s+/).filter(Boolean))];
    if (ids.length > 0) await docker(['rmi', '--force', ...ids]);
    await registry?.close();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  test('a good token logs in, a wrong one does not', async () => {
    const wrong = await login('guess');
    expect(wrong.code).not.toBe(0);
    expect(wrong.output).toContain('401 Unauthorized');
    expect(await login(await token())).toMatchObject({ code: 0, output: expect.stringContaining('Login Succeeded') });
  }, 30_000);

  test('a pushed image is described, and pulled by its digest', async () => {
    await login(await token());
    const reference = await scratchImage('team/web', 'v1', 'one');
    const pushed = await well('push', reference);
    const digest = await digestOf('team/web', 'v1');
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(pushed).toContain(digest);
    await well('rmi', '--force', reference);
    expect(await well('pull', `${host}/team/web@${digest}`)).toContain(`Digest: ${digest}`);
  }, 60_000);

  test('without a log-in nothing is pushed', async () => {
    const reference = await scratchImage('team/web', 'v2', 'two');
    const { code, output } = await docker(['push', reference]);
    expect(code).not.toBe(0);
    expect(output).toContain('no basic auth credentials');
    await expect(digestOf('team/web', 'v2')).rejects.toMatchObject({ code: 'ImageNotFoundException' });
  }, 60_000);

  test('an unknown repository is refused', async () => {
    await login(await token());
    const { code, output } = await docker(['push', await scratchImage('absent', 'v1', 'one')]);
    expect(code).not.toBe(0);
    expect(output).toContain("The repository with name 'absent' does not exist in the registry with id '123456789012'");
  }, 60_000);

  test('an immutable tag takes the same image again, and no other', async () => {
    await login(await token());
    const first = await scratchImage('fixed', 'v1', 'one');
    await well('push', first);
    await well('push', first);
    const digest = await digestOf('fixed', 'v1');
    const { code, output } = await docker(['push', await scratchImage('fixed', 'v1', 'other')]);
    expect(code).not.toBe(0);
    expect(output).toContain("The image tag 'v1' already exists in the 'fixed' repository and cannot be overwritten");
    expect(await digestOf('fixed', 'v1')).toBe(digest);
  }, 60_000);

  test('an expired token is refused', async () => {
    await login(await token());
    const reference = await scratchImage('team/web', 'v3', 'three');
    sandbox.clock.advance(12 * 60 * 60_000);
    const { code, output } = await docker(['push', reference]);
    expect(code).not.toBe(0);
    expect(output).toContain('Your authorization token has expired');
  }, 60_000);

  const onLinux = process.platform === 'linux' ? test : test.skip;

  onLinux(
    'the sample app is built, pushed, pulled by digest, and runs',
    async () => {
      await login(await token());
      const reference = `${host}/team/web:app`;
      const app = join(import.meta.dirname, '../../../examples/app');
      const build = ['--build-arg', `BASE=${await baseImage()}`, '--build-arg', 'VERSION=9', '--tag', reference, app];
      await well('build', '--quiet', ...build);
      await well('push', '--quiet', reference);
      const pinned = `${host}/team/web@${await digestOf('team/web', 'app')}`;
      await well('rmi', '--force', reference);
      await well('pull', '--quiet', pinned);
      const port = await freePort();
      const settings = ['--env', 'HOST=127.0.0.1', '--env', `PORT=${port}`];
      const container = await well('run', '--detach', '--rm', '--network', 'host', ...settings, pinned);
      try {
        expect(await json(`http://127.0.0.1:${port}/health`)).toEqual({ status: 'ok' });
        expect(await json(`http://127.0.0.1:${port}/`)).toMatchObject({ version: '9' });
        const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
        expect(await json(`http://127.0.0.1:${port}/primes/30`)).toEqual({ n: 30, primes });
      } finally {
        await well('stop', container);
      }
    },
    120_000,
  );
});
