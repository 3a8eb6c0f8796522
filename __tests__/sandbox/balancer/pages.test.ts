import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { secure, type Stage, stage } from './stage.ts';
import { raw } from './wire.ts';

let s: Stage;
beforeEach(async () => {
  s = await stage();
});
afterEach(() => s.close());

const redirect = (RedirectConfig: object) => ({
  Type: 'redirect',
  RedirectConfig: { StatusCode: 'HTTP_301', ...RedirectConfig },
});

describe('fixed responses', () => {
  test('status, type and body, as the load balancer', async () => {
    const config = { StatusCode: '404', ContentType: 'application/json', MessageBody: '{"é":1}' };
    const { url, arn } = await s.listen([{ Type: 'fixed-response', FixedResponseConfig: config }]);
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('server'), answer.headers.get('content-type')]).toEqual([
      404,
      'awselb/2.0',
      'application/json',
    ]);
    expect(await answer.text()).toBe('{"é":1}');
    expect(s.counts(arn)).toMatchObject({ requests: 1, balancer4xx: 1, target4xx: 0, timed: 0 });
  });

  test.each([
    [{ StatusCode: '301' }, "status code 2XX, 4XX or 5XX, not '301'"],
    [{ StatusCode: '200', ContentType: 'text/plain\r\nX: y' }, 'content type must be one of'],
    [{ StatusCode: '200', MessageBody: 'x'.repeat(1025) }, '1024 characters'],
    [{}, 'status code'],
  ])('%j: refused', async (FixedResponseConfig, part) => {
    await expect(s.listen([{ Type: 'fixed-response', FixedResponseConfig }])).rejects.toThrow(part);
  });
});

describe('redirects', () => {
  test.each([
    ['to HTTPS', { Protocol: 'HTTPS', Port: '443' }, '/a?b=c', 'https://shop.test:443/a?b=c'],
    ['nothing changed', {}, '/a?b', 'http://shop.test:80/a?b'],
    ['a path around the old one', { Path: '/new/#{path}/x' }, '/a/b', 'http://shop.test:80/new/a/b/x'],
    [
      'a host around the old one',
      { Host: 'www.#{host}', Query: 'from=#{port}&#{query}' },
      '/?q',
      'http://www.shop.test:80/?from=80&q',
    ],
    ['no query', { Query: '' }, '/a?b', 'http://shop.test:80/a'],
  ])('%s', async (_name, config, target, location) => {
    const { port } = await s.listen([redirect(config)]);
    const answer = await raw(port, `GET ${target} HTTP/1.1\r\nHost: Shop.test:1234\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 301 Moved Permanently\r\n/);
    expect(/^Location: (.*)$/m.exec(answer)?.[1]?.trim()).toBe(location);
  });

  test('302, and for a client on the loopback the real port of the listener that is meant', async () => {
    const ok = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200', MessageBody: 'secure' } };
    const https = await s.listen([ok], { Port: 443, ...secure });
    const { url } = await s.listen([redirect({ Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_302' })]);
    const answer = await fetch(`${url}/a?b`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${https.url}/a?b`]);
    expect(await (await fetch(url)).text()).toBe('secure');
  });

  test.each([
    [{ StatusCode: 'HTTP_307' }, "not 'HTTP_307'"],
    [{ Path: '/a\r\nSet-Cookie: b' }, 'The Path of a redirect may not hold'],
  ])('%j: refused', async (config, part) => {
    await expect(s.listen([redirect(config)])).rejects.toThrow(part);
  });
});
