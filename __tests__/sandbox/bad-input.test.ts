/** Hostile and broken requests, as bytes on the connection. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Account, control, createWebService, jsonCall, queryCall, send, startAccount } from './account.ts';
import { counted, exchange } from './raw.ts';

const ECS = 'AmazonEC2ContainerServiceV20141113';
const ELB = 'Version=2015-12-01';
const lines: string[] = [];
let account: Account;
beforeAll(async () => {
  account = await startAccount({ log: (line) => lines.push(line) });
  await createWebService(account);
});
afterAll(() => account.close());

const head = (first: string, ...headers: string[]): string =>
  [`${first} HTTP/1.1`, 'Host: 127.0.0.1', 'Authorization: AWS4 x', ...headers, '', ''].join('\r\n');
const closing = 'Connection: close';
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe('the first line and the headers', () => {
  test.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a whole URL', head('POST http://evil.example/', closing), 400],
    ['a whole URL of the control API', head('GET http://127.0.0.1/_sandbox/health', closing), 400],
    ['two slashes', head('POST //evil.example/', closing), 400],
    ['two slashes before the control API', head('GET //_sandbox/health', closing), 400],
    ['an asterisk', head('OPTIONS *', closing), 400],
    ['CONNECT', head('CONNECT evil.example:443'), NaN],
    ['PUT on /', head('PUT /', closing), 405],
    ['DELETE on /', head('DELETE /', closing), 405],
    ['OPTIONS on /', head('OPTIONS /', closing), 405],
    ['TRACE on the control API', head('TRACE /_sandbox/health', closing), 405],
    ['PUT on the control API', head('PUT /_sandbox/settings', closing), 405],
    ['no Host', 'GET /_sandbox/health HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two Hosts', 'GET /_sandbox/health HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil\r\nConnection: close\r\n\r\n', NaN],
    ['a line break in a header', head('GET /_sandbox/health', 'X: a\rb', closing), 400],
    ['a NUL byte in the path', head('GET /_sandbox/he\u0000alth', closing), 400],
    ['both lengths', head('POST /', 'Content-Length: 3', 'Transfer-Encoding: chunked', closing), 400],
    ['a negative length', head('POST /', 'Content-Length: -1', closing), 400],
  ])('%s', async (_name, bytes, status) => {
    const answer = await exchange(account.url, [bytes]);
    if (Number.isNaN(status)) expect(answer).not.toContain('"ok"}');
    else expect(statusOf(answer)).toBe(status);
  });

  test('100 MB of headers are refused after the first few', async () => {
    const filler = counted(`X-Filler: ${'x'.repeat(1_000_000)}\r\n`, 100);
    const [first = ''] = head('POST /').split('\r\n\r\n');
    const answer = await exchange(account.url, concat([`${first}\r\n`], filler.chunks));
    expect(statusOf(answer)).toBe(431);
    expect(filler.taken()).toBeLessThan(50);
    expect(lines.at(-1)).toContain('Refused (431 Request Header Fields Too Large)');
  });

  test.each([
    ['one that is announced', 'Content-Length: 104857600', (text: string) => text],
    ['one in chunks', 'Transfer-Encoding: chunked', (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`],
  ])('a body of 100 MB is refused before it has been read: %s', async (_name, header, frame) => {
    const filler = counted(frame('x'.repeat(1_048_576)), 100);
    const answer = await exchange(account.url, concat([head('POST /', header)], filler.chunks));
    expect(statusOf(answer)).toBe(413);
    expect(answer).toContain('larger than 10485760 bytes');
    expect(answer.toLowerCase()).toContain('connection: close');
    expect(filler.taken()).toBeLessThan(60);
    expect(lines.at(-1)).toBe('Refused (413): The request body is larger than 10485760 bytes.');
  });

  test('a refusal says in the log what it refused, on one line', async () => {
    await send(`${account.url}/_sandbox/health`, { method: 'GET', headers: { host: 'evil.example' } });
    expect(lines.at(-1)).toBe(
      'Refused (403): The sandbox answers on 127.0.0.1 and localhost only, not as "evil.example".',
    );
    await send(account.url, { headers: { origin: 'https://evil.example' } });
    expect(lines.at(-1)).toContain('"https://evil.example"');
    await send(account.url, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } });
    expect(lines.at(-1)).toContain('pages of other origins');
  });
});

describe('bodies of JSON calls', () => {
  const nested = (depth: number): string => `{"clusters":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  test.each([
    ['half of JSON', '{"clusters":["a"', 400],
    ['no object', '[]', 400],
    ['a text', '"x"', 400],
    ['null', 'null', 400],
    ['a wrong type', '{"clusters":1}', 400],
    ['XML', '<a/>', 400],
    ['NUL bytes', '{"clusters":["\\u0000"]}', 200],
    ['a raw NUL byte', '{"clusters":["\u0000"]}', 400],
    ['the same member twice', '{"clusters":1,"clusters":["a"]}', 200],
    ['members of special names', '{"__proto__":{"clusters":["a"]},"constructor":{"prototype":1}}', 200],
    ['100,000 levels', nested(100_000), 400],
    ['100,000 levels of objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 400],
    ['a lone surrogate', '{"clusters":["\\ud800"]}', 200],
  ])('%s', async (_name, body, status) => {
    const answer = await jsonCall(account.url, `${ECS}.DescribeClusters`, body);
    expect(answer.status).toBe(status);
    if (status === 400) expect(JSON.parse(answer.text)).toMatchObject({ __type: 'SerializationException' });
  });

  test('nesting in members that no schema knows is refused too', async () => {
    const body = `{"family":"f","containerDefinitions":[{"name":"a","image":"i"}],"x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
    expect((await jsonCall(account.url, `${ECS}.RegisterTaskDefinition`, body)).status).toBe(400);
  });

  test('bytes that are no UTF-8', async () => {
    const body = Buffer.concat([Buffer.from('{"clusters":["'), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from('"]}')]);
    const headers = head('POST /', `X-Amz-Target: ${ECS}.DescribeClusters`, `Content-Length: ${body.length}`, closing);
    expect(statusOf(await exchange(account.url, [headers, body]))).toBe(200);
  });

  test.each([
    ['1e999', 400],
    ['-1', 400],
    ['1.5', 400],
    ['9007199254740993', 400],
    ['"2"', 400],
    ['5000', 200],
    ['2', 200],
  ])('a desired count of %s: %d', async (desired, status) => {
    const body = `{"cluster":"main","service":"web","desiredCount":${desired}}`;
    expect((await jsonCall(account.url, `${ECS}.UpdateService`, body)).status).toBe(status);
  });

  test('a special name changed nothing', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['clusters']).toBeUndefined();
  });
});

describe('what names the operation', () => {
  test.each([
    [`${ECS}.`, 'This sandbox does not emulate ecs:'],
    [`${ECS}.constructor`, 'This sandbox does not emulate ecs:constructor'],
    [`${ECS}.__proto__`, 'This sandbox does not emulate ecs:__proto__'],
    [`${ECS}.${'x'.repeat(5_000)}`, 'This sandbox does not emulate'],
    ['.', 'does not emulate the service'],
    ['nothing', 'does not emulate the service'],
  ])('%s', async (target, part) => {
    const { status, text } = await jsonCall(account.url, target, '{}');
    expect(status).toBe(400);
    expect(text).toContain(part);
  });

  test.each([
    ['text/plain', `Action=DescribeRules&${ELB}`],
    ['application/json', '{}'],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('a body of %s names none', async (type, body) => {
    const { status, text } = await send(account.url, { headers: { 'content-type': type, authorization: 'x' }, body });
    expect([status, text]).toEqual([400, expect.stringContaining('names no operation')]);
  });

  test.each([
    'Action=DescribeRules&ListenerArn=%00&',
    'Action=DescribeTargetGroups&Names.member.0=a&Names.member.-1=b&Names.member.1e9=c&',
    'Action=DescribeTargetGroups&PageSize=NaN&',
    'Action=DescribeTargetGroups&PageSize=1e999&',
    'Action=CreateTargetGroup&Name=x&Port=99999999999999999999&Protocol=HTTP&VpcId=v&',
    'Action=DescribeTargetGroups&__proto__.member.1=a&Names.__proto__=b&',
    'Action=%zz&',
    'Action=__proto__&',
  ])('parameters: %s', async (parameters) => {
    expect((await queryCall(account.url, `${parameters}${ELB}`)).status).toBeLessThan(500);
  });
});

describe('the control API', () => {
  test.each([
    ['GET', 'calls/..%2fworld'],
    ['GET', '../health'],
    ['GET', './health'],
    ['GET', '%2e%2e/health'],
    ['GET', 'health/'],
    ['GET', 'HEALTH'],
    ['GET', 'calls/__proto__'],
    ['DELETE', 'faults/../calls'],
  ])('%s /_sandbox/%s is nothing that there is', async (method, path) => {
    const answer = await exchange(account.url, [head(`${method} /_sandbox/${path}`, closing)]);
    expect([400, 404]).toContain(statusOf(answer));
  });

  test('nesting', async () => {
    const body = `{"hooks":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { status, text } = await send(`${account.url}/_sandbox/settings`, { method: 'PATCH', body });
    expect([status, text]).toEqual([400, expect.stringContaining('nested too deeply')]);
  });

  test('after all that the sandbox is well, and failed at nothing', async () => {
    expect((await control(account.url, 'GET', 'health'))[0]).toBe(200);
    expect(lines.filter((line) => !line.startsWith('Refused ('))).toEqual([]);
  });
});

function* concat<T>(...parts: Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}
