import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { forward, type Stage, stage } from './stage.ts';
import { raw } from './wire.ts';

let s: Stage;
let port: number;
let arn: string;
beforeAll(async () => {
  s = await stage();
  await s.target(s.blue, 'blue', (_request, response) => response.end('blue'));
  await s.target(s.green, 'green', (_request, response) => response.end('green'));
  ({ port, arn } = await s.listen([forward([s.blue, 1])]));
});
afterAll(() => s.close());

/** The colour that answers a request, under one rule with these conditions that leads to green. */
async function colour(conditions: readonly object[], head: string): Promise<string> {
  const rule = { ListenerArn: arn, Priority: 1, Conditions: conditions, Actions: [forward([s.green, 1])] };
  const { Rules } = await s.call('CreateRule', rule);
  const [{ RuleArn }] = Rules as [{ RuleArn: string }]; // one rule was made
  const host = /^host:/im.test(head) ? '' : 'Host: example.com\r\n';
  const answer = await raw(port, `${head}\r\n${host}Connection: close\r\n\r\n`);
  await s.call('DeleteRule', { RuleArn });
  return /(blue|green)/.exec(answer.split('\r\n\r\n')[1] ?? '')?.[0] ?? answer;
}

const get = (target: string, ...headers: string[]) => [`GET ${target} HTTP/1.1`, ...headers].join('\r\n');
const path = (...Values: string[]) => [{ Field: 'path-pattern', Values }];
const host = (...Values: string[]) => [{ Field: 'host-header', HostHeaderConfig: { Values } }];
const header = (HttpHeaderName: string, ...Values: string[]) => [
  { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName, Values } },
];
const query = (...Values: object[]) => [{ Field: 'query-string', QueryStringConfig: { Values } }];
const method = (...Values: string[]) => [{ Field: 'http-request-method', HttpRequestMethodConfig: { Values } }];
const source = (...Values: string[]) => [{ Field: 'source-ip', SourceIpConfig: { Values } }];

describe('conditions', () => {
  test.each([
    ['a path', path('/api/*'), get('/api/a'), 'green'],
    ['another path', path('/api/*'), get('/api'), 'blue'],
    ['one of several', path('/a', '/b'), get('/b'), 'green'],
    ['a path with its case', path('/API'), get('/api'), 'blue'],
    ['a path without its query', path('/a'), get('/a?b=/c'), 'green'],
    ['a path config', [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/a'] } }], get('/a'), 'green'],
    ['a host, without case and port', host('*.Example.com'), get('/', 'Host: WWW.example.COM:8080'), 'green'],
    ['another host', host('*.example.com'), get('/', 'Host: example.com'), 'blue'],
    ['a host in an absolute target', host('a.test'), get('http://a.test/x', 'Host: b.test'), 'green'],
    ['a header', header('X-Version', '2*'), get('/', 'x-version: 2.1'), 'green'],
    ['a header without case', header('user-agent', '*CHROME*'), get('/', 'User-Agent: chrome'), 'green'],
    ['a header that comes twice', header('X-A', 'two'), get('/', 'X-A: one', 'X-A: two'), 'green'],
    ['no such header', header('X-A', '*'), get('/'), 'blue'],
    ['a query', query({ Key: 'Version', Value: 'V1' }), get('/?a=b&version=v1'), 'green'],
    ['a query by its value', query({ Value: '*beta*' }), get('/?x=a-beta-b'), 'green'],
    ['a query, decoded', query({ Key: 'a', Value: 'x y' }), get('/?a=x%20y'), 'green'],
    ['a star in a query', query({ Key: 'a', Value: '\\*' }), get('/?a=b'), 'blue'],
    ['no query', query({ Value: '*' }), get('/'), 'blue'],
    ['a method', method('DELETE', 'GET'), get('/'), 'green'],
    ['another method', method('get'), get('/'), 'blue'],
    ['a source', source('10.0.0.0/8', '127.0.0.0/8'), get('/'), 'green'],
    ['another source', source('10.0.0.0/8'), get('/', 'X-Forwarded-For: 10.0.0.1'), 'blue'],
    ['a source of IPv6', source('::1/128'), get('/'), 'blue'],
    ['all have to hold', [...path('/a'), ...method('POST')], get('/a'), 'blue'],
    ['all hold', [...path('/a'), ...method('GET')], get('/a'), 'green'],
    ['a field that is not known', [{ Field: 'moon' }], get('/'), 'blue'],
  ])('%s', async (_name, conditions, head, expected) => {
    expect(await colour(conditions, head)).toBe(expected);
  });

  test.each([
    ['regular expressions', [{ Field: 'path-pattern', RegexValues: ['^/a'] }], 'regular expressions'],
    ['a source that is none', source('10.0.0.0/33'), "'10.0.0.0/33' is not a valid CIDR block"],
    ['a source without bits', source('10.0.0.1'), 'CIDR'],
  ])('%s: refused', async (_name, Conditions, part) => {
    const rule = { ListenerArn: arn, Priority: 1, Conditions, Actions: [forward([s.green, 1])] };
    await expect(s.call('CreateRule', rule)).rejects.toThrow(part);
  });
});

describe('rules', () => {
  test('with transforms are refused', async () => {
    const Transforms = [{ Type: 'url-rewrite', UrlRewriteConfig: { Rewrites: [{ Regex: 'a', Replace: 'b' }] } }];
    const rule = {
      ListenerArn: arn,
      Priority: 1,
      Conditions: path('/a'),
      Actions: [forward([s.green, 1])],
      Transforms,
    };
    await expect(s.call('CreateRule', rule)).rejects.toThrow('no transforms');
  });

  test('the lowest priority number comes first; priorities can change places', async () => {
    const add = async (Priority: number, group: string) => {
      const rule = { ListenerArn: arn, Priority, Conditions: path('/x'), Actions: [forward([group, 1])] };
      const { Rules } = await s.call('CreateRule', rule);
      return (Rules as [{ RuleArn: string }])[0].RuleArn; // one rule was made
    };
    const answer = async () => (await fetch(`http://127.0.0.1:${port}/x`)).text();
    const [blue, green] = [await add(20, s.blue), await add(10, s.green)];
    expect(await answer()).toBe('green');
    const swapped = [
      { RuleArn: blue, Priority: 10 },
      { RuleArn: green, Priority: 20 },
    ];
    await s.call('SetRulePriorities', { RulePriorities: swapped });
    expect(await answer()).toBe('blue');
    await s.call('ModifyRule', { RuleArn: blue, Actions: [forward([s.green, 1])] });
    expect(await answer()).toBe('green');
    for (const RuleArn of [blue, green]) await s.call('DeleteRule', { RuleArn });
    expect(await answer()).toBe('blue');
  });
});
