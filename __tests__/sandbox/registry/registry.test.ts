import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { describeImages } from '../../../sandbox/operations/ecr/DescribeImages.ts';
import { putImage } from '../../../sandbox/operations/ecr/PutImage.ts';
import { BINARIES, findBinary } from '../../../sandbox/registry/binary.ts';
import { startRegistry } from '../../../sandbox/registry/registry.ts';
import { registryHost } from '../../../sandbox/registry/state.ts';
import { addRepository, call, MEDIA_TYPE, testSandbox } from '../ecr/fixture.ts';
import { ask, login } from './fixture.ts';

const sha256 = (content: string): string => `sha256:${createHash('sha256').update(content).digest('hex')}`;
const AWS_HOST = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

describe('without a registry', () => {
  let directory: string;
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);

  beforeEach(async () => {
    logged.length = 0;
    directory = await mkdtemp(join(tmpdir(), 'path-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  const program = async (name: string, script: string): Promise<void> => {
    await writeFile(join(directory, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(directory, name), 0o755);
  };

  test('none is started when none is wanted', async () => {
    expect(await startRegistry(testSandbox(), { mode: 'none', log })).toBeNull();
    expect(logged).toEqual([]);
  });

  test.each([
    ['nothing is there', () => Promise.resolve(), 'neither a registry program nor a Docker engine is there'],
    ['another program has the name', () => program('registry', 'echo registry 1.0'), 'neither a registry program'],
    [
      'it ends at once',
      () =>
        program(
          'registry',
          'if [ "$1" = serve ]; then echo bad news >&2; exit 3; fi; echo registry github.com/distribution/distribution/v3 3.0.0',
        ),
      'registry ended with 3: bad news',
    ],
    [
      'the image cannot be had',
      () => program('docker', 'if [ "$1" = version ]; then echo 28; exit 0; fi; echo "no such image" >&2; exit 125'),
      'docker run failed: no such image',
    ],
  ])('null and one line when %s', async (_case, prepare, why) => {
    await prepare();
    const sandbox = testSandbox();
    expect(await startRegistry(sandbox, { mode: 'auto', log, env: { PATH: directory } })).toBeNull();
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(why);
    expect(logged[0]).not.toContain('\n');
    expect(registryHost(sandbox.world)).toBe(AWS_HOST);
  });
});

const binary = await findBinary(BINARIES);
const withBinary = binary ? describe : describe.skip;

withBinary(binary ? 'with the registry program' : 'left out: no registry program on the PATH', () => {
  const config = '{}';
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: MEDIA_TYPE,
    config: { mediaType: 'application/vnd.docker.container.image.v1+json', size: 2, digest: sha256(config) },
    layers: [],
  });

  async function started() {
    const sandbox = testSandbox();
    addRepository(sandbox);
    const logged: string[] = [];
    const registry = await startRegistry(sandbox, { mode: 'auto', log: (line) => void logged.push(line) });
    if (!registry) throw new Error(logged.join('\n'));
    const port = Number(registry.host.split(':')[1]);
    const authorization = login(sandbox);
    const upload = async (content: string): Promise<number | undefined> => {
      const begun = await ask({ port, method: 'POST', path: '/v2/web/blobs/uploads/', authorization });
      const { pathname, search } = new URL(begun.headers.location ?? '');
      const path = `${pathname}${search}&digest=${sha256(content)}`;
      return (await ask({ port, method: 'PUT', path, authorization, body: content })).status;
    };
    return { sandbox, registry, port, authorization, upload };
  }

  test('what is pushed can be pulled, and is described', async () => {
    const { sandbox, registry, port, authorization, upload } = await started();
    try {
      expect(registryHost(sandbox.world)).toBe(registry.host);
      expect(await upload(config)).toBe(201);
      const path = '/v2/web/manifests/v1';
      const headers = { 'content-type': MEDIA_TYPE };
      expect((await ask({ port, method: 'PUT', path, authorization, headers, body: manifest })).status).toBe(201);
      const { imageDetails } = await call(describeImages, sandbox, { repositoryName: 'web' });
      expect(imageDetails).toMatchObject([{ imageDigest: sha256(manifest), imageTags: ['v1'], imageSizeInBytes: 2 }]);
      const pulled = await ask({ port, path: `/v2/web/manifests/${sha256(manifest)}`, authorization });
      expect(pulled).toMatchObject({ status: 200, body: manifest });
      const blob = await ask({ port, path: `/v2/web/blobs/${sha256(config)}`, authorization });
      expect(blob).toMatchObject({ status: 200, body: config });
    } finally {
      await registry.close();
    }
    expect(registryHost(sandbox.world)).toBe(AWS_HOST);
    await expect(ask({ port, path: '/v2/' })).rejects.toThrow('ECONNREFUSED');
  });

  test('an image put through the API can be pulled, once its layers are there', async () => {
    const { sandbox, registry, port, authorization, upload } = await started();
    try {
      const input = { repositoryName: 'web', imageManifest: manifest, imageTag: 'v2' };
      await expect(call(putImage, sandbox, input)).rejects.toMatchObject({ code: 'LayersNotFoundException' });
      await upload(config);
      await call(putImage, sandbox, input);
      const pulled = await ask({ port, path: '/v2/web/manifests/v2', authorization, headers: { accept: MEDIA_TYPE } });
      expect(pulled).toMatchObject({ status: 200, body: manifest });
    } finally {
      await registry.close();
    }
  });
});
