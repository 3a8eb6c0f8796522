/** Images out of the sandbox's registry: by digest and tag, with ECR's log-in, and out of the engine again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { registryLink, issuePassword } from '../../../../sandbox/registry/state.ts';
import { type Registry, startRegistry } from '../../../../sandbox/registry/registry.ts';
import { sandboxRegistry } from '../../../../sandbox/runtime/docker/registry.ts';
import { baseImage } from '../../../../scripts/base-image.ts';
import { addRepository, testSandbox } from '../../ecr/fixture.ts';
import { containerOf, Told } from './fixture.ts';
import { createRig, docker, engineIsThere } from './rig.ts';

const LIMIT_MS = 120_000;
const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const sandbox = testSandbox();
const logged: string[] = [];
const registry: Registry | null = engineIsThere
  ? await startRegistry(sandbox, { mode: 'auto', log: (line) => void logged.push(line) })
  : null;
if (engineIsThere && !registry)
  process.stderr.write(`Images of the sandbox's registry: left out. ${logged.join(' ')}\n`);

const rig = createRig();
const host = registry?.host ?? 'nowhere';
let digest: string;

/** Pushes an image whose program prints a line and ends; the engine does not keep it. Gives its digest. */
async function push(repository: string, tag: string): Promise<string> {
  const reference = `${host}/${repository}:${tag}`;
  const directory = await mkdtemp(join(tmpdir(), 'registry-'));
  try {
    const lines = [`FROM ${await baseImage()}`, `LABEL of=${reference}`, `CMD ["node", "-e", "console.log('${tag}')"]`];
    await writeFile(join(directory, 'Dockerfile'), lines.join('\n'));
    await docker('build', '--quiet', '--tag', reference, directory);
    const config = ['--config', join(directory, 'config')];
    const login = spawn('docker', [...config, 'login', '--username', 'AWS', '--password-stdin', host], {
      stdio: 'pipe',
    });
    login.stdin.end(issuePassword(sandbox).password);
    await once(login, 'close');
    await docker(...config, 'push', '--quiet', reference);
    await docker('rmi', '--force', reference);
  } finally {
    await rm(directory, { recursive: true });
  }
  const image = sandbox.world.ecr.repositories.get(repository)?.images;
  const [pushed = ''] = [...(image?.keys() ?? [])].slice(-1);
  return pushed;
}

const known = (reference: string): Promise<boolean> =>
  docker('image', 'inspect', reference).then(
    () => true,
    () => false,
  );

async function run(image: string, password?: string): Promise<Told> {
  const wrong = () => ({ host, credentials: () => ({ username: 'AWS', password: password ?? '' }) });
  const runtime = await rig.open({ registry: password === undefined ? sandboxRegistry(sandbox) : wrong });
  const told = new Told();
  const containers = [containerOf({ image })];
  const launch = {
    taskId: 'f'.repeat(32),
    revision: 'web:1',
    cluster: 'shop',
    service: 'web',
    containers,
    course: null,
  };
  runtime.start(launch, told);
  await Promise.race([told.until('exited'), told.until('failed')]);
  return told;
}

(registry ? describe : describe.skip)('with a Docker engine and a registry', () => {
  beforeAll(async () => {
    addRepository(sandbox, 'team/web');
    digest = await push('team/web', 'v1');
  }, LIMIT_MS);

  afterEach(async () => {
    await rig.close();
  }, LIMIT_MS);

  afterAll(async () => {
    await registry?.close();
    expect(registryLink(sandbox.world)).toBeNull();
  });

  test.each([
    ['by digest under the name that ECR has', () => [`${ECR}/team/web@${digest}`, `${host}/team/web@${digest}`]],
    ['by digest under its own name', () => [`${host}/team/web@${digest}`, `${host}/team/web@${digest}`]],
    ['by tag', () => [`${ECR}/team/web:v1`, `${host}/team/web:v1`]],
    ['by tag and digest', () => [`${ECR}/team/web:v1@${digest}`, `${host}/team/web@${digest}`]],
  ])(
    'an image is pulled %s, and out of the engine when the sandbox is closed',
    async (_name, references) => {
      const [definition = '', pulled = ''] = references();
      const told = await run(definition);
      expect(told.events).toEqual(['running', 'exited app 0']);
      expect(told.lines).toEqual(['app: v1']);
      expect(await known(pulled)).toBe(true);
      await rig.close();
      expect(await known(pulled)).toBe(false);
    },
    LIMIT_MS,
  );

  test(
    'an image that the engine had before stays',
    async () => {
      const reference = `${host}/team/web:v1`;
      await docker('tag', await baseImage(), reference);
      const told = await run(reference);
      // As ECS: the tag was asked for anew.
      expect(told.lines).toEqual(['app: v1']);
      await rig.close();
      expect(await known(reference)).toBe(true);
      await docker('rmi', '--force', reference);
    },
    LIMIT_MS,
  );

  test.each([
    ['a tag that is not there', 'team/web:v9', 'team/web:v9: not found'],
    ['a digest that is not there', `team/web@sha256:${'0'.repeat(64)}`, `team/web@sha256:${'0'.repeat(64)}: not found`],
    ['a repository that is not there', 'absent:v1', 'absent:v1: not found'],
  ])(
    '%s',
    async (_name, path, said) => {
      const told = await run(`${ECR}/${path}`);
      const start = `pull image manifest has been retried 1 time(s): failed to resolve ref ${ECR}/${path}`;
      expect(told.events).toEqual([`failed app CannotPullContainerError: ${start}: ${ECR}/${said}`]);
    },
    LIMIT_MS,
  );

  test(
    'a log-in that is refused names the image, and nothing of the password',
    async () => {
      const told = await run(`${ECR}/team/web:v1`, 'a-wrong-password');
      expect(told.events).toEqual([
        expect.stringMatching(
          /^failed app CannotPullContainerError: .*team\/web:v1: pull access denied.*Not Authorized/,
        ),
      ]);
      expect(JSON.stringify([told.events, rig.logged])).not.toContain('a-wrong-password');
    },
    LIMIT_MS,
  );
});
