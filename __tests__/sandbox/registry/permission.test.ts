/** What a role's session may do at the registry, with IAM enforced. */
import { type IncomingMessage, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sessionCaller } from '../../../sandbox/iam/caller.ts';
import { ecrOperations } from '../../../sandbox/operations/ecr/index.ts';
import { createProxy } from '../../../sandbox/registry/proxy.ts';
import { ACCOUNT, addImage, addRepository, testSandbox, type TestSandbox } from '../ecr/fixture.ts';
import { allow, putRole, type Statement, trustAccount } from '../iam/roles.ts';
import { ask, end, listen, login, serve } from './fixture.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const WEB = `arn:aws:ecr:eu-west-1:${ACCOUNT}:repository/web`;

let sandbox: TestSandbox;
let proxy: Server;
let upstream: Server;
let port: number;
let seen: IncomingMessage[];

beforeEach(async () => {
  seen = [];
  const registry = await serve((incoming, response) => {
    seen.push(incoming);
    incoming.resume().once('end', () => response.writeHead(incoming.method === 'PUT' ? 201 : 200).end());
  });
  upstream = registry.server;
  sandbox = testSandbox();
  Object.assign(sandbox.settings, { enforceIam: true });
  addImage(addRepository(sandbox), 'one', 'v1');
  addRepository(sandbox, 'other');
  proxy = createProxy(sandbox, { host: '127.0.0.1', port: registry.port });
  port = await listen(proxy);
});

afterEach(async () => {
  await end(proxy);
  await end(upstream);
});

/** The log-in that GetAuthorizationToken hands to the session of a role with these statements. */
async function loginOf(...statements: readonly Statement[]): Promise<string> {
  const role = putRole(sandbox.world, 'pusher', trustAccount(), statements);
  const session = { accessKeyId: 'ASIA', roleArn: role.arn, sessionName: 'job', policy: null, expiresAt: Infinity };
  const caller = sessionCaller(sandbox.world, session);
  const answered = await ecrOperations['GetAuthorizationToken']?.handle({}, sandbox, {}, caller);
  const [data] = (answered as { readonly authorizationData: readonly { readonly authorizationToken: string }[] })
    .authorizationData;
  return `Basic ${data?.authorizationToken ?? ''}`;
}

const requests = [
  ['GET', '/v2/web/manifests/v1', 'BatchGetImage'],
  ['HEAD', '/v2/web/manifests/v1', 'BatchGetImage'],
  ['PUT', '/v2/web/manifests/v2', 'PutImage'],
  ['HEAD', `/v2/web/blobs/${DIGEST}`, 'BatchCheckLayerAvailability'],
  ['GET', `/v2/web/blobs/${DIGEST}`, 'GetDownloadUrlForLayer'],
  ['POST', '/v2/web/blobs/uploads/', 'InitiateLayerUpload'],
  ['PATCH', '/v2/web/blobs/uploads/0d4b', 'UploadLayerPart'],
  ['PUT', `/v2/web/blobs/uploads/0d4b?digest=${DIGEST}`, 'CompleteLayerUpload'],
  ['GET', '/v2/web/tags/list', 'ListImages'],
] as const;

describe.each(requests)('%s %s', (method, path, action) => {
  const send = (authorization: string) =>
    ask({ port, method, path, authorization, ...(method === 'PUT' && { body: '{}' }) });

  test(`with ecr:${action} alone it goes through`, async () => {
    const { status } = await send(await loginOf(allow(`ecr:${action}`, WEB)));
    expect([200, 201]).toContain(status);
  });

  test(`without ecr:${action} it is denied in ECR's words, and the registry hears nothing`, async () => {
    const others = requests.map(([, , each]) => each).filter((each) => each !== action);
    const authorization = await loginOf(
      allow(
        others.map((each) => `ecr:${each}`),
        WEB,
      ),
      allow(`ecr:${action}`, WEB.replace('web', 'other')),
    );
    const { status, body } = await send(authorization);
    expect(status).toBe(403);
    expect(seen).toEqual([]);
    if (method === 'HEAD') return;
    const message =
      `User: arn:aws:sts::${ACCOUNT}:assumed-role/pusher/job is not authorized to perform: ecr:${action} on resource: ` +
      `${WEB} because no identity-based policy allows the ecr:${action} action`;
    expect(JSON.parse(body)).toEqual({ errors: [{ code: 'DENIED', message }] });
  });

  test('the administrator may, and everyone where IAM is not enforced', async () => {
    expect([200, 201]).toContain((await send(login(sandbox))).status);
    Object.assign(sandbox.settings, { enforceIam: false });
    expect([200, 201]).toContain((await send(await loginOf())).status);
  });
});

test('a right that is taken back counts at once, whatever the password was given for', async () => {
  const authorization = await loginOf(allow('ecr:*', WEB));
  sandbox.world.iam.roles.clear();
  expect((await ask({ port, path: '/v2/web/tags/list', authorization })).status).toBe(403);
});

test('whether a repository exists is not told to those who may not ask', async () => {
  const authorization = await loginOf(allow('ecr:*', WEB));
  expect((await ask({ port, path: '/v2/team/api/tags/list', authorization })).status).toBe(403);
});

describe('a layer of another repository', () => {
  const path = `/v2/web/blobs/uploads/?mount=${DIGEST}&from=other`;
  const mount = async (...statements: readonly Statement[]) => {
    const authorization = await loginOf(allow('ecr:InitiateLayerUpload', WEB), ...statements);
    expect((await ask({ port, method: 'POST', path, authorization })).status).toBe(200);
    return seen.map(({ url }) => url);
  };

  test('is mounted by those who may read it', async () => {
    expect(await mount(allow('ecr:GetDownloadUrlForLayer', WEB.replace('web', 'other')))).toEqual([path]);
  });

  test('is left alone by the others, whose upload begins as an ordinary one', async () => {
    expect(await mount()).toEqual(['/v2/web/blobs/uploads/']);
  });
});
