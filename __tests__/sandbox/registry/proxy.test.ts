import { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { request } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { digestOf } from '../../../sandbox/operations/ecr/manifest.ts';
import { createProxy } from '../../../sandbox/registry/proxy.ts';
import { issuePassword } from '../../../sandbox/registry/state.ts';
import {
  ACCOUNT,
  addImage,
  addRepository,
  manifestOf,
  MEDIA_TYPE,
  testSandbox,
  type TestSandbox,
} from '../ecr/fixture.ts';
import { ask, askRaw, basic, end, listen, login, serve } from './fixture.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

let sandbox: TestSandbox;
let proxy: Server;
let upstream: Server;
let port: number;
let seen: IncomingMessage[];
/** How the registry behind the proxy answers; a test may put another in. */
let answer: (incoming: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  seen = [];
  answer = (incoming, response) => {
    incoming.resume().once('end', () => response.writeHead(incoming.method === 'PUT' ? 201 : 200).end('from registry'));
  };
  const registry = await serve((incoming, response) => {
    seen.push(incoming);
    answer(incoming, response);
  });
  upstream = registry.server;
  sandbox = testSandbox();
  addRepository(sandbox);
  proxy = createProxy(sandbox, { host: '127.0.0.1', port: registry.port });
  port = await listen(proxy);
});

afterEach(async () => {
  await end(proxy);
  await end(upstream);
});

describe('what ECR knows is what the registry shows', () => {
  const get = async (path: string) => ask({ port, path, authorization: login(sandbox) });

  test.each(['v2', DIGEST])('no manifest of %s, whatever the registry holds', async (reference) => {
    const { status, body } = await get(`/v2/web/manifests/${reference}`);
    expect([status, JSON.parse(body)]).toMatchObject([404, { errors: [{ code: 'MANIFEST_UNKNOWN' }] }]);
    expect(seen).toEqual([]);
  });

  test('tags in order, page by page', async () => {
    const repository = addRepository(sandbox, 'tagged');
    for (const tag of ['b', 'c', 'a']) addImage(repository, tag, tag);
    addImage(repository, 'untagged');
    const first = await get('/v2/tagged/tags/list?n=2');
    expect(JSON.parse(first.body)).toEqual({ name: 'tagged', tags: ['a', 'b'] });
    expect(first.headers['link']).toBe('</v2/tagged/tags/list?last=b&n=2>; rel="next"');
    const second = await get('/v2/tagged/tags/list?last=b&n=2');
    expect([JSON.parse(second.body), second.headers['link']]).toEqual([{ name: 'tagged', tags: ['c'] }, undefined]);
    expect(JSON.parse((await get('/v2/tagged/tags/list')).body)).toEqual({ name: 'tagged', tags: ['a', 'b', 'c'] });
    expect(seen).toEqual([]);
  });
});

describe('log-in', () => {
  test.each([
    ['no header', () => undefined, 401],
    ['a wrong password', () => basic('guess'), 401],
    ['a right password of another user', () => basic(issuePassword(sandbox).password, 'root'), 401],
    ['a bearer token', () => 'Bearer abc', 401],
    ['half a header', () => 'Basic', 401],
    ["another world's password", () => login(testSandbox()), 401],
    ['a good password', () => login(sandbox), 200],
  ])('%s', async (_case, authorization, status) => {
    const answered = await ask({ port, path: '/v2/', authorization: authorization() });
    expect(answered.status).toBe(status);
    expect(seen).toHaveLength(status === 200 ? 1 : 0);
    if (status === 200) return;
    expect(answered.headers['www-authenticate']).toBe(
      `Basic realm="http://127.0.0.1:${port}",service="ecr.amazonaws.com"`,
    );
    expect(JSON.parse(answered.body)).toMatchObject({ errors: [{ code: 'UNAUTHORIZED' }] });
  });

  test('an expired password', async () => {
    const authorization = login(sandbox);
    sandbox.clock.advance(12 * 60 * 60_000);
    const { status, body } = await ask({ port, path: '/v2/', authorization });
    expect(status).toBe(403);
    expect(body).toContain('Your authorization token has expired. Reauthenticate and try again.');
  });

  test('the password stays in the proxy', async () => {
    await ask({ port, path: '/v2/', authorization: login(sandbox) });
    expect(seen[0]?.headers.authorization).toBeUndefined();
  });
});

describe('paths', () => {
  test.each([
    '/v2/..%2f',
    '/v2/..%2f..%2f..%2fetc/passwd',
    '/v2/web/../api/manifests/v1',
    '/v2/web/manifests/../../api/tags/list',
    '/v2/web%2f..%2fapi/manifests/v1',
    '/v2/%77eb/manifests/v1',
    '/v2/web//manifests/v1',
    '/v2//web/manifests/v1',
    '/v2/web/manifests/v1/',
    '/v2/web/manifests/',
    '/v2/web/manifests/..',
    '/v2/web/blobs/v1',
    '/v2/web/blobs/uploads/..',
    '/v2/web/tags/other',
    '/v2/_catalog',
    '/v1/web',
    '/',
    '//v2/',
  ])('%s is refused', async (path) => {
    expect((await ask({ port, path, authorization: login(sandbox) })).status).toBe(404);
    expect(seen).toEqual([]);
  });

  test('a whole URL is refused', async () => {
    const head = `GET http://127.0.0.1:${port}/v2/ HTTP/1.1\r\nHost: x\r\nAuthorization: ${login(sandbox)}\r\n\r\n`;
    expect(await askRaw(port, head)).toBe('HTTP/1.1 404 Not Found');
    expect(seen).toEqual([]);
  });

  test.each([
    ['GET', '/v2/web/manifests/v1'],
    ['HEAD', `/v2/web/manifests/${digestOf(manifestOf('one'))}`],
    ['GET', `/v2/web/blobs/${DIGEST}`],
    ['POST', '/v2/web/blobs/uploads/?mount=x&from=y'],
    ['PATCH', '/v2/web/blobs/uploads/0d4b?_state=a%2Fb'],
  ])('%s %s goes through as it is', async (method, path) => {
    const repository = sandbox.world.ecr.repositories.get('web');
    if (repository) addImage(repository, 'one', 'v1');
    expect((await ask({ port, method, path, authorization: login(sandbox) })).status).toBe(200);
    expect(seen.map((one) => `${one.method ?? ''} ${one.url ?? ''}`)).toEqual([`${method} ${path}`]);
  });

  test.each([
    ['DELETE', '/v2/web/manifests/v1'],
    ['DELETE', `/v2/web/blobs/${DIGEST}`],
    ['PUT', '/v2/web/tags/list'],
    ['POST', '/v2/'],
  ])('%s %s is not taken', async (method, path) => {
    expect((await ask({ port, method, path, authorization: login(sandbox) })).status).toBe(405);
    expect(seen).toEqual([]);
  });

  test('an unknown repository is refused as ECR does', async () => {
    const path = '/v2/team/api/blobs/uploads/';
    const { status, body } = await ask({ port, method: 'POST', path, authorization: login(sandbox) });
    const message = `The repository with name 'team/api' does not exist in the registry with id '${ACCOUNT}'`;
    expect(status).toBe(404);
    expect(JSON.parse(body)).toEqual({ errors: [{ code: 'NAME_UNKNOWN', message }] });
  });
});

describe('manifests', () => {
  const put = (reference: string, body: string) =>
    ask({
      port,
      method: 'PUT',
      path: `/v2/web/manifests/${reference}`,
      authorization: login(sandbox),
      headers: { 'content-type': MEDIA_TYPE },
      body,
    });
  const images = () => sandbox.world.ecr.repositories.get('web')?.images ?? new Map();

  test('a pushed one is seen by the ECR operations', async () => {
    expect((await put('v1', manifestOf('one'))).status).toBe(201);
    const digest = digestOf(manifestOf('one'));
    const pushedAt = sandbox.clock.now();
    expect([...images().values()]).toEqual([
      { digest, manifest: manifestOf('one'), mediaType: MEDIA_TYPE, pushedAt, tags: new Set(['v1']) },
    ]);
  });

  test('one pushed by its digest has no tag', async () => {
    await put(digestOf(manifestOf('one')), manifestOf('one'));
    expect([...images().values()]).toMatchObject([{ tags: new Set() }]);
  });

  test('one that the registry refuses is not recorded', async () => {
    answer = (incoming, response) => {
      incoming.resume().once('end', () => response.writeHead(400).end('blob unknown'));
    };
    expect(await put('v1', manifestOf('one'))).toMatchObject({ status: 400, body: 'blob unknown' });
    expect(images().size).toBe(0);
  });

  test.each([
    ['no JSON', 'nonsense', 400],
    ['more than 4 MiB', JSON.stringify({ a: 'x'.repeat(4 * 1024 * 1024) }), 413],
  ])('%s is refused', async (_case, body, status) => {
    expect((await put('v1', body)).status).toBe(status);
    expect(seen).toEqual([]);
  });

  test('an immutable tag is kept', async () => {
    const repository = addRepository(sandbox, 'web', 'IMMUTABLE');
    const digest = addImage(repository, 'one', 'v1');
    const { status, body } = await put('v1', manifestOf('two'));
    const message =
      "The image tag 'v1' already exists in the 'web' repository and cannot be overwritten because the tag is immutable.";
    expect(status).toBe(400);
    expect(JSON.parse(body)).toEqual({ errors: [{ code: 'TAG_INVALID', message }] });
    expect((await put('v1', manifestOf('one'))).status).toBe(201);
    expect([...repository.images.keys()]).toEqual([digest]);
  });

  test('of two pushes at once one gets an immutable tag', async () => {
    addRepository(sandbox, 'web', 'IMMUTABLE');
    const answers = await Promise.all(['one', 'two', 'three'].map((mark) => put('v1', manifestOf(mark))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
    expect(images().size).toBe(1);
  });
});

describe('streams', () => {
  test.each([
    ['of its own host', 'http://registry.internal:5000/v2/web/blobs/uploads/1?_state=a'],
    ['without a host', '/v2/web/blobs/uploads/1?_state=a'],
  ])('an upload address %s leads through the proxy', async (_case, location) => {
    answer = (_incoming, response) => response.writeHead(202, { location }).end();
    const path = '/v2/web/blobs/uploads/';
    const { headers } = await ask({ port, method: 'POST', path, authorization: login(sandbox) });
    expect(headers.location).toBe(`http://127.0.0.1:${port}/v2/web/blobs/uploads/1?_state=a`);
  });

  test('a layer goes up and its answer comes down piece by piece', async () => {
    // Each side waits for the other's piece: nothing arrives if the proxy gathers a body first.
    answer = (incoming, response) => {
      incoming.once('data', () => response.writeHead(202).write('got the first piece'));
      incoming.once('end', () => response.end(' and the end'));
    };
    const headers = { authorization: login(sandbox) };
    const upload = request({ port, method: 'PATCH', path: '/v2/web/blobs/uploads/1', headers, agent: false });
    upload.write('piece');
    const [response] = (await once(upload, 'response')) as [IncomingMessage];
    upload.end('last');
    expect(await text(response)).toBe('got the first piece and the end');
  });

  test('a client that goes away ends the request behind', async () => {
    const closed = new Promise<void>((resolve) => {
      answer = (incoming) => {
        incoming.once('data', () => upload.destroy());
        incoming.once('close', resolve);
        incoming.once('error', () => undefined);
      };
    });
    const headers = { authorization: login(sandbox) };
    const upload = request({ port, method: 'PATCH', path: '/v2/web/blobs/uploads/1', headers, agent: false });
    upload.once('error', () => undefined).write('piece');
    await closed;
    expect(seen[0]?.complete).toBe(false);
  });

  test('a registry that breaks off is a 502', async () => {
    answer = (incoming) => incoming.socket.destroy();
    const { status, body } = await ask({ port, path: `/v2/web/blobs/${DIGEST}`, authorization: login(sandbox) });
    expect(status).toBe(502);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ code: 'UNAVAILABLE' }] });
  });
});
