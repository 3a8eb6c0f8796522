/** Where the ports find their region and their credentials, and what they say where there are none. */
import { createServer, type Server } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { StepError } from '../../../src/errors.ts';
import { AwsCallError } from '../../../src/ports/aws/error.ts';
import { openAws } from '../../../src/ports/aws/open.ts';
import { useEnvironment } from './account.ts';

let restore: (() => void) | null = null;
const use = (values: Readonly<Record<string, string>>): void => {
  restore = useEnvironment(values);
};

afterEach(() => {
  restore?.();
  restore = null;
});

describe('the region', () => {
  test('a given one goes before the environment', async () => {
    use({ AWS_REGION: 'us-east-1' });
    expect((await openAws({ region: 'eu-north-1', maxRetries: 0 })).region).toBe('eu-north-1');
  });

  test('else AWS_REGION', async () => {
    use({ AWS_REGION: 'us-east-1' });
    expect((await openAws({ region: null, maxRetries: 0 })).region).toBe('us-east-1');
  });

  test('else the shared configuration', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aws-config-'));
    try {
      const file = join(folder, 'config');
      await writeFile(file, '[default]\nregion = sa-east-1\n');
      use({ AWS_CONFIG_FILE: file });
      expect((await openAws({ region: null, maxRetries: 0 })).region).toBe('sa-east-1');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('none: said with its repair, before any call', async () => {
    use({ AWS_CONFIG_FILE: '/nonexistent/other' });
    const opened = openAws({ region: null, maxRetries: 0 });
    await expect(opened).rejects.toBeInstanceOf(StepError);
    await expect(opened).rejects.toThrow(/AWS_REGION.*\n.*configure-aws-credentials/);
  });
});

describe('no credentials', () => {
  async function failure(): Promise<AwsCallError> {
    const { ecs } = await openAws({ region: 'eu-west-1', maxRetries: 8 });
    const error = await ecs.describeService('shop', 'web').then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error instanceof AwsCallError) return error;
    throw new Error(`no AwsCallError: ${String(error)}`);
  }

  const expected = { kind: 'credentials', code: 'CredentialsProviderError' };

  test('where the instance metadata service is switched off', async () => {
    use({ AWS_EC2_METADATA_DISABLED: 'true' });
    expect(await failure()).toMatchObject(expected);
  });

  test('where no metadata service listens', async () => {
    use({ AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:1' });
    expect(await failure()).toMatchObject(expected);
  });

  test('where the metadata service never answers: after the SDK’s own second or two, not the retries’ minutes', async () => {
    const silent: Server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    try {
      const address = silent.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      use({ AWS_EC2_METADATA_SERVICE_ENDPOINT: `http://127.0.0.1:${String(port)}` });
      const begun = performance.now();
      expect(await failure()).toMatchObject(expected);
      expect(performance.now() - begun).toBeLessThan(10_000);
    } finally {
      silent.close();
    }
  }, 15_000);
});
