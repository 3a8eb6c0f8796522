/** Build and push with a real Docker engine and a real registry. Left out, in words, where there is none. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { DescribeImagesCommand } from '@aws-sdk/client-ecr';
import { afterAll, describe, expect, test } from '@jest/globals';
import { errorsOf, LIMIT_MS, type Rig, withRig } from './rig.ts';

const probe = spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 10_000 });
const engine = probe.status === 0 ? probe.stdout.toString().trim() : null;
const left = engine === null ? 'left out: no Docker engine' : null;
if (left !== null) process.stderr.write(`e2e, build and push: ${left}\n`);

const SHA = '0123456789abcdef0123456789abcdef01234567';
const run = promisify(execFile);
const made = new Set<string>();

afterAll(async () => {
  for (const reference of made) await run('docker', ['image', 'rm', '--force', reference]).catch(() => undefined);
});

async function digestInEcr({ clients }: Rig): Promise<string | undefined> {
  const found = await clients.ecr.send(
    new DescribeImagesCommand({ repositoryName: 'shop-web', imageIds: [{ imageTag: SHA }] }),
  );
  return found.imageDetails?.[0]?.imageDigest;
}

(left === null ? describe : describe.skip)(left ?? `with Docker engine ${engine ?? ''}`, () => {
  const options = { registry: 'auto', files: { Dockerfile: 'FROM scratch\nCOPY text /\n', text: 'hello' } } as const;

  test(
    'an image is built, pushed and deployed by the digest that the registry has',
    () =>
      withRig(options, async (rig) => {
        if (rig.registryUrl === null) throw new Error('An engine is there, and no registry could be started for it.');
        const { exitCode, output, outputs } = await rig.run({ repository: 'shop-web', tags: 'latest' });
        made.add(`${rig.registryUrl.replace('http://', '')}/shop-web:${SHA}`);
        made.add(`${rig.registryUrl.replace('http://', '')}/shop-web:latest`);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        const digest = await digestInEcr(rig);
        expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
        expect(outputs).toMatchObject({ result: 'succeeded', 'image-digest': digest, 'image-tag': SHA });
        expect((await rig.live()).image).toBe(outputs['image']);
        expect(outputs['image']?.endsWith(`/shop-web@${digest ?? ''}`)).toBe(true);
        const [token = 'no token'] = /(?<=^::add-mask::).+$/m.exec(output) ?? [];
        expect(output.split('\n').filter((line) => line.includes(token) && !line.startsWith('::add-mask::'))).toEqual(
          [],
        );
      }),
    LIMIT_MS,
  );

  test(
    'a build that fails: red with its instruction, and nothing is pushed',
    () =>
      withRig({ ...options, files: { Dockerfile: 'FROM scratch\nCOPY missing /\n' } }, async (rig) => {
        const { exitCode, output } = await rig.run({ repository: 'shop-web' });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('COPY missing /');
        await expect(digestInEcr(rig)).rejects.toThrow();
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );
});
