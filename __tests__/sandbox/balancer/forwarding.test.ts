import { once } from 'node:events';
import { type IncomingMessage, request as send } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { forward, secure, type Stage, stage } from './stage.ts';
import { raw, until } from './wire.ts';

let s: Stage;
beforeEach(async () => {
  s = await stage();
});
afterEach(() => s.close());

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

/** A target that tells what it was sent. */
const echo = (group = s.blue) =>
  s.target(group, 'web:1', (request, response) => {
    void textOf(request).then((body) => {
      const { method, url, rawHeaders } = request;
      response.end(JSON.stringify({ method, url, rawHeaders, body }));
    });
  });

interface Echo {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: string[];
  readonly body: string;
}

/** What the target got of a request's text; the connection is closed behind it. */
async function seen(port: number, lines: readonly string[], body = ''): Promise<Echo> {
  const head = [...lines.slice(0, 1), 'Connection: close', ...lines.slice(1)].join('\r\n');
  const answer = await raw(port, `${head}\r\n\r\n${body}`);
  const text = /\{.*\}/s.exec(answer)?.[0];
  if (text === undefined) throw new Error(`No target answered: ${answer}`);
  return JSON.parse(text) as Echo; // the echo's own
}

const valuesOf = ({ rawHeaders }: Echo, name: string) =>
  rawHeaders.filter((_value, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name.toLowerCase());

describe('what a target is sent', () => {
  test('method, path and query as they came, and headers as they were written', async () => {
    await echo();
    const { port } = await s.listen([forward([s.blue, 1])]);
    const got = await seen(port, [
      'GET /a/../b//c%2f?d=%zz HTTP/1.1',
      'Host: x.test',
      'X-MiXed: a\tb',
      'X-Latin: \xe9',
      'X-Two: 1',
      'X-Two: 2',
    ]);
    expect(got).toMatchObject({ method: 'GET', url: '/a/../b//c%2f?d=%zz', body: '' });
    expect(got.rawHeaders).toEqual(expect.arrayContaining(['X-MiXed', 'a\tb', 'X-Latin']));
    // `raw` reads the echo's UTF-8 as bytes.
    expect(Buffer.from(valuesOf(got, 'x-latin').join(), 'latin1').toString()).toBe('\xe9');
    expect([valuesOf(got, 'x-two'), valuesOf(got, 'host')]).toEqual([['1', '2'], ['x.test']]);
  });

  test('where it came from', async () => {
    await echo();
    const { port } = await s.listen([forward([s.blue, 1])]);
    const got = await seen(port, ['GET / HTTP/1.1', 'Host: a']);
    expect(valuesOf(got, 'X-Forwarded-For')).toEqual(['127.0.0.1']);
    expect(valuesOf(got, 'X-Forwarded-Proto')).toEqual(['http']);
    expect(valuesOf(got, 'X-Forwarded-Port')).toEqual(['80']);
    expect(valuesOf(got, 'X-Amzn-Trace-Id')).toEqual([expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/)]);
    const through = [
      'X-Forwarded-For: 203.0.113.7',
      'X-Forwarded-Proto: https',
      'X-Forwarded-Port: 1',
      'X-Amzn-Trace-Id: Root=1-1-a',
    ];
    const next = await seen(port, ['GET / HTTP/1.1', 'Host: a', ...through]);
    expect(valuesOf(next, 'X-Forwarded-For')).toEqual(['203.0.113.7, 127.0.0.1']);
    expect(valuesOf(next, 'X-Forwarded-Proto')).toEqual(['http']);
    expect(valuesOf(next, 'X-Forwarded-Port')).toEqual(['80']);
    expect(valuesOf(next, 'X-Amzn-Trace-Id')).toEqual([expect.stringMatching(/^Self=.*;Root=1-1-a$/)]);
  });

  test.each([
    ['append with the port', { 'routing.http.xff_client_port.enabled': 'true' }, /^9\.9\.9\.9, 127\.0\.0\.1:\d+$/],
    ['preserve', { 'routing.http.xff_header_processing.mode': 'preserve' }, /^9\.9\.9\.9$/],
    ['remove', { 'routing.http.xff_header_processing.mode': 'remove' }, /^$/],
  ])('X-Forwarded-For, by the attributes: %s', async (_name, attributes, expected) => {
    await echo();
    const { port } = await s.listen([forward([s.blue, 1])]);
    const Attributes = Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));
    await s.call('ModifyLoadBalancerAttributes', { LoadBalancerArn: s.balancer, Attributes });
    const got = await seen(port, ['GET / HTTP/1.1', 'Host: a', 'X-Forwarded-For: 9.9.9.9']);
    expect(valuesOf(got, 'x-forwarded-for').join()).toMatch(expected);
  });

  test('odd names of headers, unless the attribute drops them', async () => {
    await echo();
    const { port } = await s.listen([forward([s.blue, 1])]);
    expect(valuesOf(await seen(port, ['GET / HTTP/1.1', 'Host: a', 'X_odd: 1']), 'x_odd')).toEqual(['1']);
    const Attributes = [{ Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' }];
    await s.call('ModifyLoadBalancerAttributes', { LoadBalancerArn: s.balancer, Attributes });
    expect(valuesOf(await seen(port, ['GET / HTTP/1.1', 'Host: a', 'X_odd: 1']), 'x_odd')).toEqual([]);
  });

  test('an HTTPS listener answers HTTP and says https; its port joins a Host without one', async () => {
    await echo();
    const { port } = await s.listen([forward([s.blue, 1])], { Port: 8443, ...secure });
    const got = await seen(port, ['GET / HTTP/1.1', 'Host: a.test']);
    expect([valuesOf(got, 'X-Forwarded-Proto'), valuesOf(got, 'X-Forwarded-Port')]).toEqual([['https'], ['8443']]);
    expect(valuesOf(got, 'host')).toEqual(['a.test:8443']);
    expect(valuesOf(await seen(port, ['GET / HTTP/1.1', 'Host: a.test:1']), 'host')).toEqual(['a.test:1']);
  });

  test('nothing that is meant for the load balancer', async () => {
    await echo();
    const { port } = await s.listen([forward([s.blue, 1])]);
    const own = [
      'Connection: X-Own, content-length, host',
      'X-Own: 1',
      'Keep-Alive: timeout=1',
      'TE: trailers',
      'Proxy-Connection: x',
    ];
    const got = await seen(port, ['POST / HTTP/1.1', 'Host: a', 'Content-Length: 2', 'Upgrade: h2c', ...own], 'ab');
    const names = got.rawHeaders.filter((_value, at) => at % 2 === 0).map((name) => name.toLowerCase());
    for (const name of ['x-own', 'keep-alive', 'te', 'proxy-connection', 'upgrade']) expect(names).not.toContain(name);
    expect([got.body, valuesOf(got, 'content-length')]).toEqual(['ab', ['2']]);
  });

  test('a body in chunks gets there whole, without its trailers', async () => {
    await echo();
    const { port } = await s.listen([forward([s.blue, 1])]);
    const chunks = '3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n';
    const got = await seen(port, ['POST / HTTP/1.1', 'Host: a', 'Transfer-Encoding: chunked'], chunks);
    expect([got.body, valuesOf(got, 'x-trailer')]).toEqual(['abcde', []]);
  });

  test('Expect: 100-continue is answered by the load balancer and goes no further', async () => {
    await echo();
    const { port } = await s.listen([forward([s.blue, 1])]);
    const request = send({ port, method: 'PUT', headers: { expect: '100-continue', 'content-length': 4 } });
    const answered = once(request, 'response') as Promise<[IncomingMessage]>; // http.ClientRequest, its event
    request.flushHeaders();
    await once(request, 'continue');
    request.end('body');
    const [response] = await answered;
    const got = JSON.parse(await textOf(response)) as Echo; // the echo's own
    expect([got.body, valuesOf(got, 'expect')]).toEqual(['body', []]);
  });

  test('an absolute target is asked as its path, and its host counts', async () => {
    await echo();
    const { port } = await s.listen([forward([s.blue, 1])]);
    const got = await seen(port, ['GET http://inside.test?x HTTP/1.1', 'Host: other.test']);
    expect([got.url, valuesOf(got, 'host')]).toEqual(['/?x', ['inside.test']]);
  });
});

describe('what a client is sent', () => {
  test('status, reason and headers as the target wrote them, but for those of its connection', async () => {
    const headers = [
      'Server',
      'mine',
      'Set-Cookie',
      'a=1',
      'Set-Cookie',
      'b=2',
      'X-MiXed',
      '\xe9',
      'Keep-Alive',
      'timeout=9',
      'Content-Length',
      '2',
    ];
    await s.target(s.blue, 'web:1', (_request, response) =>
      response.writeHead(299, 'Quite Fine', headers).end(Buffer.from('ok')),
    );
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    const answer = await raw(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 299 Quite Fine\r\n/);
    for (const line of ['Server: mine', 'Set-Cookie: a=1\r\nSet-Cookie: b=2', 'X-MiXed: \xe9', 'Connection: close']) {
      expect(answer).toContain(`\r\n${line}\r\n`);
    }
    expect(answer).not.toContain('timeout=9');
    expect(s.counts(arn)).toMatchObject({ requests: 1, target2xx: 1, timed: 1 });
  });

  test('HEAD: the headers of a body, and none', async () => {
    await s.target(s.blue, 'web:1', (_request, response) => response.writeHead(200, { 'content-length': 1000 }).end());
    const { port } = await s.listen([forward([s.blue, 1])]);
    const answer = await raw(port, 'HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/\r\ncontent-length: 1000\r\n/);
    expect(answer.endsWith('\r\n\r\n')).toBe(true);
  });

  test.each([204, 304])('%s: no body', async (status) => {
    await s.target(s.blue, 'web:1', (_request, response) => response.writeHead(status).end());
    const { url } = await s.listen([forward([s.blue, 1])]);
    expect((await fetch(url)).status).toBe(status);
  });

  test('an answer as it comes: its first part before the last is sent', async () => {
    const ends: (() => void)[] = [];
    await s.target(s.blue, 'web:1', (_request, response) => {
      response.write('first');
      ends.push(() => response.end(' last'));
    });
    const { url } = await s.listen([forward([s.blue, 1])]);
    const reader = ((await fetch(url)).body ?? new ReadableStream<Uint8Array>()).getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('first');
    for (const end of ends) end();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe(' last');
  });

  test('headers before any of the body', async () => {
    const ends: (() => void)[] = [];
    await s.target(s.blue, 'web:1', (_request, response) => {
      response.setHeader('x-latin', '\xe9').write(Buffer.alloc(0));
      ends.push(() => response.end('done'));
    });
    const { url } = await s.listen([forward([s.blue, 1])]);
    const answer = await fetch(url);
    expect(answer.headers.get('x-latin')).toBe('\xe9');
    for (const end of ends) end();
    expect(await answer.text()).toBe('done');
  });

  test('pipelined requests are answered in their order', async () => {
    await echo();
    const { port } = await s.listen([forward([s.blue, 1])]);
    const get = (path: string, last = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${last}\r\n`;
    const answer = await raw(port, get('/1') + get('/2') + get('/3', 'Connection: close\r\n'));
    expect([...answer.matchAll(/"url":"(.*?)"/g)].map(([, url]) => url)).toEqual(['/1', '/2', '/3']);
  });
});

describe('large bodies', () => {
  const SIZE = 32 * 1024 * 1024;
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const large = () =>
    Readable.from(
      (function* () {
        for (let sent = 0; sent < SIZE; sent += chunk.length) yield chunk;
      })(),
    );

  test('go through in both directions', async () => {
    await s.target(s.blue, 'web:1', (request, response) => void request.pipe(response));
    const { url } = await s.listen([forward([s.blue, 1])]);
    const answer = await fetch(url, { method: 'POST', body: large(), duplex: 'half' });
    expect((await answer.arrayBuffer()).byteLength).toBe(SIZE);
  });

  test('a client that does not read holds the target up: little is kept in between', async () => {
    let sent = 0;
    await s.target(s.blue, 'web:1', (_request, response) => {
      const more = (): void => {
        while (sent < SIZE) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    const { port } = await s.listen([forward([s.blue, 1])]);
    const client = connect(port, '127.0.0.1', () =>
      client.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    );
    await once(client, 'readable');
    let last = -1;
    let turns = 0;
    await until(() => {
      turns = sent === last ? turns + 1 : 0;
      last = sent;
      return turns === 500;
    });
    expect(sent).toBeLessThan(SIZE);
    let size = 0;
    for await (const part of client as AsyncIterable<Buffer>) size += part.length; // no encoding is set
    expect(size).toBeGreaterThan(SIZE);
  });

  test('a target that answers before it has read all: the client gets the answer, and keeps its connection', async () => {
    await s.target(s.blue, 'web:1', (request, response) => {
      if (request.method === 'GET') response.end('next');
      else response.writeHead(413, { connection: 'close' }).end('too large');
    });
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    const client = connect(port, '127.0.0.1', () =>
      client.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 500010\r\n\r\nhalf of it'),
    );
    let said = '';
    client.on('data', (part) => (said += part.toString()));
    await until(() => said.includes('too large') && s.counts(arn).target4xx === 1);
    client.write('x'.repeat(500_000));
    client.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    await once(client, 'close');
    expect(said).toMatch(/^HTTP\/1\.1 413 [^]*HTTP\/1\.1 200 OK[^]*next$/);
  });
});
