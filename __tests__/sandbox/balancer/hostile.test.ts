import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { forward, type Stage, stage } from './stage.ts';
import { raw } from './wire.ts';

let s: Stage;
let port: number;
let arn: string;
/** What reached the target. */
const reached: string[] = [];
beforeAll(async () => {
  s = await stage();
  await s.target(s.blue, 'web:1', (request, response) => {
    reached.push(`${request.method} ${request.url}`);
    request.resume().on('end', () => response.end('reached'));
  });
  ({ port, arn } = await s.listen([forward([s.blue, 1])]));
});
afterAll(() => s.close());

const request = (...lines: string[]) => `${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`;
const long = 'x'.repeat(17_000);

describe('what is refused', () => {
  test.each([
    ['no HTTP', 'moo\r\n\r\n', 400],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['HTTP/2 with prior knowledge', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['another version', 'GET / HTTP/9.9\r\nHost: a\r\n\r\n', 400],
    ['no Host', request('GET / HTTP/1.1'), 400],
    ['two Hosts', request('GET / HTTP/1.1', 'Host: a', 'Host: b'), 400],
    [
      'a length and chunks',
      request('POST / HTTP/1.1', 'Host: a', 'Content-Length: 4', 'Transfer-Encoding: chunked') +
        '0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n',
      400,
    ],
    [
      'chunks and a length',
      request('POST / HTTP/1.1', 'Host: a', 'Transfer-Encoding: chunked', 'Content-Length: 4'),
      400,
    ],
    ['two lengths', request('POST / HTTP/1.1', 'Host: a', 'Content-Length: 1', 'Content-Length: 2'), 400],
    ['a list of lengths', request('POST / HTTP/1.1', 'Host: a', 'Content-Length: 1, 2'), 400],
    ['a length that is none', request('POST / HTTP/1.1', 'Host: a', 'Content-Length: +1'), 400],
    ['a coding that hides chunks', request('POST / HTTP/1.1', 'Host: a', 'Transfer-Encoding: xchunked'), 501],
    [
      'a coding beside chunks',
      request('POST / HTTP/1.1', 'Host: a', 'Transfer-Encoding: gzip, chunked') + '0\r\n\r\n',
      501,
    ],
    ['a space before the colon', request('GET / HTTP/1.1', 'Host: a', 'Transfer-Encoding : chunked'), 400],
    ['a folded header', request('GET / HTTP/1.1', 'Host: a', 'X: a', ' b'), 400],
    ['a zero byte', request('GET / HTTP/1.1', 'Host: a', 'X: a\0b'), 400],
    ['a bare line feed', 'GET / HTTP/1.1\nHost: a\nX: y\n\n', 400],
    ['a chunk size that is none', request('POST / HTTP/1.1', 'Host: a', 'Transfer-Encoding: chunked') + 'zz\r\n', 400],
    ['a target without its slash', request('GET a/b HTTP/1.1', 'Host: a'), 400],
    ['all of the server', request('OPTIONS * HTTP/1.1', 'Host: a'), 400],
    ['a tunnel', request('CONNECT a.test:443 HTTP/1.1', 'Host: a'), 405],
    ['TRACE', request('TRACE / HTTP/1.1', 'Host: a'), 405],
    ['a long URL', request(`GET /${long} HTTP/1.1`, 'Host: a'), 414],
    ['a long header', request('GET / HTTP/1.1', 'Host: a', `X: ${long}`), 400],
    [
      'many headers',
      request('GET / HTTP/1.1', 'Host: a', ...Array.from({ length: 30_000 }, (_none, at) => `X-${at}: y`)),
      400,
    ],
    [
      'a crowd of forwarders',
      request('GET / HTTP/1.1', 'Host: a', `X-Forwarded-For: ${Array(31).fill('1.1.1.1').join()}`),
      463,
    ],
  ])('%s', async (_name, text, status) => {
    const before = s.counts(arn).balancer4xx + s.counts(arn).balancer5xx;
    reached.length = 0;
    const answer = await raw(port, text);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^]*\r\nServer: awselb/2\\.0\r\n`));
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(reached).toEqual([]);
    expect(s.counts(arn).balancer4xx + s.counts(arn).balancer5xx).toBe(before + 1);
  });
});

test('what follows a request that is refused is not heard', async () => {
  reached.length = 0;
  const answer = await raw(port, 'TRACE / HTTP/1.1\r\nHost: a\r\n\r\nGET /after HTTP/1.1\r\nHost: a\r\n\r\n');
  expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  expect(reached).toEqual([]);
});

describe('what passes', () => {
  test.each([
    ['paths are left alone', '/../../etc/passwd', 'GET /../../etc/passwd'],
    ['and so are slashes and escapes', '//a%00%2e%2e/\\', 'GET //a%00%2e%2e/\\'],
    ['a URL in the path', '/http://evil.test/', 'GET /http://evil.test/'],
    ['an absolute target goes to the target all the same', 'http://evil.test:1/x', 'GET /x'],
  ])('%s', async (_name, target, expected) => {
    reached.length = 0;
    expect(await raw(port, request(`GET ${target} HTTP/1.1`, 'Host: a'))).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(reached).toEqual([expected]);
  });

  test('a foreign Host: names are for rules', async () => {
    expect(await raw(port, request('GET / HTTP/1.1', 'Host: shop.example.com'))).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('HTTP/1.0 without a Host', async () => {
    expect(await raw(port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*reached$/);
  });

  test('the rest of a body is no request', async () => {
    reached.length = 0;
    const body = 'GET /inner HTTP/1.1\r\nHost: a\r\n\r\n';
    const outer = request('POST /outer HTTP/1.1', 'Host: a', `Content-Length: ${body.length}`);
    await raw(port, outer + body);
    expect(reached).toEqual(['POST /outer']);
  });
});

test('it binds to the loopback alone', () => {
  expect(s.sandbox.balancer.endpoint(arn)?.host).toBe('127.0.0.1');
});
