/** Which registry a call goes to: region and account, with and without an endpoint of one's own. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ecrOf } from '../../../src/image/ecr-of.ts';
import { ecrPort } from '../../../src/ports/aws/ecr.ts';
import { useEnvironment } from './account.ts';

interface Seen {
  readonly region: string;
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const seen: Seen[] = [];
let server: Server;
let restore: () => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (text += part));
    request.on('end', () => {
      const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
      const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
      seen.push({ region, operation, body: JSON.parse(text) as Record<string, unknown> }); // what the SDK sent
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.end(JSON.stringify({ repositories: [{ repositoryName: 'web' }], imageDetails: [], images: [] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  restore = useEnvironment({
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
});
afterAll(() => {
  restore();
  server.close();
});

const home = () => ecrPort({ region: 'eu-west-1', maxRetries: 0 });

describe('with AWS_ENDPOINT_URL', () => {
  test.each([
    ['a name: the own registry', 'web', 'eu-west-1', undefined],
    ['another account', '210987654321.dkr.ecr.eu-west-1.amazonaws.com/web', 'eu-west-1', '210987654321'],
    ['another region', '123456789012.dkr.ecr.us-east-1.amazonaws.com/web', 'us-east-1', '123456789012'],
    ['FIPS', '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/web', 'us-east-1', '123456789012'],
    ['dual stack', '123456789012.dkr-ecr.eu-west-1.on.aws/web', 'eu-west-1', '123456789012'],
    ['China', '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/web', 'cn-north-1', '123456789012'],
    ["an emulator's registry", '127.0.0.1:5000/web', 'eu-west-1', undefined],
  ])('%s', async (_name, reference, region, registryId) => {
    seen.length = 0;
    const ecr = ecrOf(reference, home());
    await ecr.describeRepository('web');
    await ecr.describeImage('web', { tag: 'v1' });
    await ecr.manifests('web', [{ tag: 'v1' }]);
    await ecr.tagImage('web', { digest: `sha256:${'0'.repeat(64)}`, tag: null, manifest: '{}', mediaType: '' }, 'v2');
    await ecr.scanFindings('web', `sha256:${'0'.repeat(64)}`);
    expect(seen).toHaveLength(5);
    for (const call of seen) expect([call.region, call.body['registryId']]).toEqual([region, registryId]);
  });
});

describe('without one, the host is that of AWS', () => {
  test.each([
    ['a plain region', '123456789012.dkr.ecr.us-east-1.amazonaws.com', 'api.ecr.us-east-1.amazonaws.com'],
    ['China', '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'api.ecr.cn-north-1.amazonaws.com.cn'],
    ['FIPS', '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com', 'api.ecr-fips.us-east-1.amazonaws.com'],
    ['dual stack', '123456789012.dkr-ecr.eu-west-1.on.aws', 'ecr.eu-west-1.api.aws'],
  ])('%s', async (_name, host, expected) => {
    const back = useEnvironment({ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
    const hosts: string[] = [];
    // The request is looked at, and never sent.
    const send = jest.spyOn(ECRClient.prototype, 'send').mockImplementation(function (this: ECRClient) {
      const answer = endpointOf(this).then(({ hostname }) => {
        hosts.push(hostname);
        return { repositories: [{}] };
      });
      // Of the overloads, the mock is typed as the one with a callback.
      return answer as unknown as undefined;
    });
    try {
      await ecrOf(`${host}/web`, home()).describeRepository('web');
    } finally {
      send.mockRestore();
      back();
    }
    expect(hosts).toEqual([expected]);
  });
});

async function endpointOf({ config }: ECRClient): Promise<URL> {
  const [region, fips, dualStack] = await Promise.all([
    config.region(),
    config.useFipsEndpoint(),
    config.useDualstackEndpoint(),
  ]);
  return config.endpointProvider({ Region: region, UseFIPS: fips, UseDualStack: dualStack }).url;
}
