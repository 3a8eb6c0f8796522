/** What a second run finds: the same content, other content, an immutable repository, a scan. */
import { describe, expect, test } from '@jest/globals';
import { type Mutability } from '../../sandbox/world/ecr.ts';
import { errorsOf, LIMIT_MS, putImage, type Rig, writeFiles } from './rig.ts';
import { onStage } from './stage.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const NEXT = SHA.replace('0', 'f');

const tagsOf = (rig: Rig, digest: string): readonly string[] => [
  ...(rig.sandbox.world.ecr.repositories.get('shop-web')?.images.get(digest)?.tags ?? []),
];
function lock(rig: Rig, mutability: Mutability, ...exclusions: string[]): void {
  Object.assign(rig.sandbox.world.ecr.repositories.get('shop-web') ?? {}, { mutability, exclusions });
}

describe('a second run', () => {
  test.concurrent(
    'of the same content starts no Docker process and writes nothing to ECR; a document changes nothing',
    () =>
      onStage({}, async ({ rig, digest, run }) => {
        const first = await run({ tags: 'built' });
        expect([first.exitCode, errorsOf(first.output)]).toEqual([0, '']);
        expect(first.asked).toContain('build --file');
        const content = tagsOf(rig, digest).find((tag) => tag.startsWith('content-')) ?? 'none';
        await writeFiles(rig.workspace, { 'README.md': 'new' });
        const second = await run({ tags: 'built' }, { GITHUB_SHA: NEXT });
        expect([second.exitCode, second.asked, errorsOf(second.output)]).toEqual([0, '', '']);
        expect(second.output).toMatch(new RegExp(`Reused: \\S+@${digest} \\(${content}, pushed .*nothing is built`));
        expect(second.outputs).toMatchObject({ 'image-digest': digest, 'image-tag': NEXT });
        expect(tagsOf(rig, digest)).toContain(NEXT);
        const third = await run({ tags: 'built' }, { GITHUB_SHA: NEXT });
        expect([third.exitCode, third.asked, await rig.writes()]).toEqual([0, '', []]);
      }),
    LIMIT_MS,
  );

  test.concurrent.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ['other content', {}, { app: '2' }],
    ['another argument', { 'build-args': 'A=1' }, {}],
    ['another label', { labels: 'a=1' }, {}],
    ['existing-image: rebuild', { 'existing-image': 'rebuild' }, {}],
  ])(
    'builds: %s',
    (_name, inputs, files) =>
      onStage({}, async ({ rig, run }) => {
        await run();
        await writeFiles(rig.workspace, files);
        const { exitCode, asked } = await run(inputs);
        expect([exitCode, asked.includes('build --file')]).toEqual([0, true]);
      }),
    LIMIT_MS,
  );
});

describe('refused before anything is built or written', () => {
  test.concurrent.each<[string, Readonly<Record<string, string>>, string]>([
    ['the commit tag has other content', { 'build-args': 'A=1' }, 'does not let its tags be moved'],
    ['a further tag has other content', { tags: 'v1' }, 'shop-web:v1'],
    ['existing-image: fail', { 'existing-image': 'fail' }, 'existing-image: fail'],
    ['platforms without that of the service', { platforms: 'linux/s390x', 'build-args': 'A=1' }, 'linux/s390x'],
  ])(
    '%s',
    (_name, inputs, says) =>
      onStage({}, async ({ rig, digest, run }) => {
        await run();
        await putImage(rig, 'v1', 'another');
        await rig.clients.ecr.send(await tagCommand(rig, digest));
        lock(rig, 'IMMUTABLE_WITH_EXCLUSION', 'dev-*');
        const { exitCode, output, asked } = await run(inputs);
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain(says);
        expect([asked.includes('build --file'), await rig.writes()]).toEqual([false, []]);
      }),
    LIMIT_MS,
  );
});

/** The stand-in pushes nothing: its image gets the commit's tag here. */
async function tagCommand(rig: Rig, digest: string) {
  const { PutImageCommand } = await import('@aws-sdk/client-ecr');
  const image = rig.sandbox.world.ecr.repositories.get('shop-web')?.images.get(digest);
  const { manifest = '', mediaType = '' } = image ?? {};
  return new PutImageCommand({
    repositoryName: 'shop-web',
    imageManifest: manifest,
    imageManifestMediaType: mediaType,
    imageTag: SHA,
  });
}

describe('fail-on-severity', () => {
  const finding = { name: 'CVE-1', severity: 'CRITICAL', package: 'openssl', version: '3.0.1', fixedIn: '3.0.2' };
  const scan = { kind: 'enhanced' as const, status: 'ACTIVE', findings: [finding] };
  test.concurrent(
    'refuses above it, and nothing is registered',
    () =>
      onStage({ settings: { imageScans: { '*': scan } } }, async ({ rig, run }) => {
        const { exitCode, output } = await run({ 'fail-on-severity': 'high' });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('CRITICAL CVE-1 in openssl 3.0.1: fixed in 3.0.2');
        expect(await rig.writes()).not.toContain('RegisterTaskDefinition');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'lets the rest pass',
    () =>
      onStage(
        { settings: { imageScans: { '*': { ...scan, findings: [{ ...finding, severity: 'LOW' }] } } } },
        async ({ run }) => {
          const { exitCode, output } = await run({ 'fail-on-severity': 'high' });
          expect([exitCode, errorsOf(output)]).toEqual([0, '']);
          expect(output).toContain("ECR's scan: nothing of severity HIGH or above (1 LOW)");
        },
      ),
    LIMIT_MS,
  );
});

test.concurrent(
  'an index without the platform of the service is refused; its attestation does not count',
  () =>
    onStage({}, async ({ rig, run }) => {
      const { PutImageCommand } = await import('@aws-sdk/client-ecr');
      const digest = `sha256:${'0'.repeat(64)}`;
      const attestation = { 'vnd.docker.reference.type': 'attestation-manifest' };
      const manifests = [
        { digest, platform: { os: 'linux', architecture: 's390x' } },
        { digest, platform: { os: 'linux', architecture: 'amd64' }, annotations: attestation },
      ];
      const imageManifestMediaType = 'application/vnd.oci.image.index.v1+json';
      const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: imageManifestMediaType, manifests });
      const image = { repositoryName: 'shop-web', imageManifest, imageManifestMediaType, imageTag: 'index' };
      await rig.clients.ecr.send(new PutImageCommand(image));
      const { exitCode, output } = await run({ repository: '', image: 'shop-web:index' });
      expect(exitCode).toBe(1);
      expect(errorsOf(output)).toContain('runs on linux/amd64 (runtimePlatform), and the image is for linux/s390x');
      expect(await rig.writes()).toEqual([]);
    }),
  LIMIT_MS,
);

test.concurrent(
  'no right to tag the image that would be reused: the statement to add, and nothing is registered',
  () =>
    onStage({}, async ({ rig, run }) => {
      await run({ tags: 'built' });
      await rig.fault({ operation: 'PutImage', kind: 'denied' });
      const { exitCode, output } = await run({ tags: 'built' }, { GITHUB_SHA: NEXT });
      expect(exitCode).toBe(1);
      expect(errorsOf(output)).toContain('"Action":"ecr:PutImage"');
      expect(await rig.writes()).toEqual(['PutImage']);
    }),
  LIMIT_MS,
);
