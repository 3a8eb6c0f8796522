/** The registry protocol against a server on this machine. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { resolveDigest } from '../../src/image/registry.ts';

const digest = `sha256:${'d1'.repeat(32)}`;
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Answer = (request: IncomingMessage, response: ServerResponse, origin: string) => void;

async function serve(answer: Answer): Promise<{ host: string; seen: string[] }> {
  const seen: string[] = [];
  const made = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? '-'}`);
    answer(request, response, origin);
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const address = made.address();
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const origin = `http://${host}`;
  return { host, seen };
}

const ask = (host: string) => resolveDigest(host, 'team/web', 'v1');

test('the header tells the digest', async () => {
  const { host, seen } = await serve((_request, response) => {
    response.writeHead(200, { 'docker-content-digest': digest }).end();
  });
  expect(await ask(host)).toEqual({ digest });
  expect(seen).toEqual(['HEAD /v2/team/web/manifests/v1 -']);
});

test('without the header it is the hash of the manifest', async () => {
  const { host } = await serve((_request, response) => void response.end('{}'));
  expect(await ask(host)).toEqual({ digest: `sha256:${createHash('sha256').update('{}').digest('hex')}` });
});

test('a token is fetched without credentials', async () => {
  const { host, seen } = await serve((request, response, origin) => {
    if (request.url?.startsWith('/token')) response.end(JSON.stringify({ token: 'abc' }));
    else if (request.headers.authorization === 'Bearer abc')
      response.writeHead(200, { 'docker-content-digest': digest }).end();
    else {
      const challenge = `Bearer realm="${origin}/token",service="reg",scope="repository:team/web:pull"`;
      response.writeHead(401, { 'www-authenticate': challenge }).end();
    }
  });
  expect(await ask(host)).toEqual({ digest });
  expect(seen[1]).toBe('GET /token?service=reg&scope=repository%3Ateam%2Fweb%3Apull -');
});

const answers =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, headers).end();
  };

test.each<[string, Answer, string]>([
  ['a private image', answers(401, { 'www-authenticate': 'Basic realm="x"' }), 'asks for a log-in'],
  [
    'a realm without TLS',
    answers(401, { 'www-authenticate': 'Bearer realm="http://example.com/token"' }),
    'asks for a log-in',
  ],
  ['a realm that is no address', answers(401, { 'www-authenticate': 'Bearer realm="???"' }), 'asks for a log-in'],
  ['no such image', answers(404), 'has no such image'],
  ['a server that fails', answers(503), 'answered 503'],
  ['a server that breaks off', (request) => void request.socket.destroy(), ''],
])('%s: the reason is told', async (_name, answer, why) => {
  const { host } = await serve(answer);
  const found = await ask(host);
  expect('none' in found && found.none !== '' && found.none.includes(why)).toBe(true);
});

test('nobody there: the reason is told', async () => {
  expect(await ask('127.0.0.1:9')).toEqual({ none: expect.stringMatching(/ECONNREFUSED|bad port/) });
});

test('a cancelled run is not answered', async () => {
  const { host } = await serve(() => undefined);
  const cancel = new AbortController();
  const work = resolveDigest(host, 'team/web', 'v1', cancel.signal);
  cancel.abort(new Error('cancelled'));
  await expect(work).rejects.toThrow('cancelled');
});
