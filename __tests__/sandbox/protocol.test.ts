import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Account, createWebService, jsonCall, queryCall, send, startAccount } from './account.ts';

const ECS = 'AmazonEC2ContainerServiceV20141113';
const ELB = 'Version=2015-12-01';

let account: Account;
const logged: string[] = [];
beforeAll(async () => {
  account = await startAccount({ log: (line) => logged.push(line) });
});
afterAll(() => account.close());

describe('AWS JSON 1.1', () => {
  test.each([
    ['no JSON', `${ECS}.DescribeServices`, '{"services":', 'SerializationException', 'not JSON'],
    ['a list for the body', `${ECS}.DescribeServices`, '[]', 'SerializationException', 'the request'],
    ['null for the body', `${ECS}.DescribeServices`, 'null', 'SerializationException', 'the request'],
    ['text for a list', `${ECS}.DescribeServices`, '{"services":"web"}', 'SerializationException', '(at services)'],
    ['a number in a list', `${ECS}.DescribeServices`, '{"services":[1]}', 'SerializationException', 'services[0]'],
    ['text for a number', `${ECS}.ListTasks`, '{"maxResults":"9"}', 'SerializationException', 'STRING_VALUE'],
    ['a structure for text', `${ECS}.ListTasks`, '{"cluster":{}}', 'SerializationException', 'Start of structure'],
    ['text for a boolean', `${ECS}.DeleteService`, '{"force":"yes"}', 'SerializationException', 'Boolean (at force)'],
    ['a missing member', `${ECS}.DescribeServices`, '{}', 'InvalidParameterException', "Value null at 'services'"],
    ['a null member', `${ECS}.DescribeServices`, '{"services":null}', 'InvalidParameterException', 'services'],
    ['an unknown operation', `${ECS}.StartTask`, '{}', 'UnknownOperationException', 'does not emulate ecs:StartTask'],
    ['a prototype member', `${ECS}.__proto__`, '{}', 'UnknownOperationException', 'does not emulate'],
    ['an unknown service', 'DynamoDB_20120810.GetItem', '{}', 'UnknownOperationException', 'DynamoDB_20120810'],
    ['a target without a dot', 'nonsense', '{}', 'UnknownOperationException', 'nonsense'],
  ])('%s', async (_name, target, body, code, part) => {
    const answer = await jsonCall(account.url, target, body);
    const error = JSON.parse(answer.text) as { __type: string; message: string };
    expect(answer.status).toBe(400);
    expect(error.__type).toBe(code);
    expect(error.message).toContain(part);
    expect(answer.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('an unknown operation names those that are emulated, and where', async () => {
    const { text } = await jsonCall(account.url, `${ECS}.StartTask`, '{}');
    expect(text).toContain('DescribeServices, DescribeTaskDefinition');
    expect(text).toContain('sandbox/operations/ecs/');
  });

  test('unknown members are ignored, an empty body is an empty object', async () => {
    const described = await jsonCall(account.url, `${ECS}.DescribeClusters`, '{"clusters":["x"],"new":{"a":[1]}}');
    expect(described.status).toBe(200);
    expect(JSON.parse(described.text)).toMatchObject({ clusters: [], failures: [{ reason: 'MISSING' }] });
    expect((await jsonCall(account.url, `${ECS}.DescribeClusters`, '')).status).toBe(200);
  });

  test('times are epoch seconds with their fraction', async () => {
    account.clock.advance(1_250);
    await createWebService(account);
    const { text } = await jsonCall(account.url, `${ECS}.DescribeServices`, '{"cluster":"main","services":["web"]}');
    expect(JSON.parse(text)).toMatchObject({ services: [{ createdAt: Date.UTC(2026, 0, 1) / 1000 + 1.25 }] });
  });
});

describe('Query', () => {
  test.each([
    ['a wrong number', `Action=CreateTargetGroup&${ELB}&Name=a&Port=many`, 'MalformedInput', 'Port'],
    ['an empty number', `Action=CreateTargetGroup&${ELB}&Name=a&Port=`, 'MalformedInput', 'Port'],
    ['a missing member', `Action=CreateTargetGroup&${ELB}`, 'ValidationError', 'Value null at &apos;Name&apos;'],
    [
      'an unknown operation',
      `Action=SetSecurityGroups&${ELB}`,
      'InvalidAction',
      'elasticloadbalancing:SetSecurityGroups',
    ],
    ['markup in the operation', `Action=%3Cb%3E%26&${ELB}`, 'InvalidAction', '&lt;b&gt;&amp;'],
  ])('%s', async (_name, body, code, part) => {
    const { status, text, headers } = await queryCall(account.url, body);
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('text/xml');
    expect(text).toContain(`<Type>Sender</Type><Code>${code}</Code>`);
    expect(text.replaceAll("'", '&apos;')).toContain(part);
  });

  test.each([
    ['another version', 'Action=DescribeRules&Version=2012-06-01', '2012-06-01'],
    ['no version', 'Action=DescribeRules', 'DescribeRules'],
  ])('no service: %s, told as XML, which the caller reads', async (_name, body, part) => {
    const { status, text, headers } = await queryCall(account.url, body);
    expect([status, headers['content-type']]).toEqual([400, 'text/xml']);
    expect(text).toContain('<Code>UnknownOperationException</Code>');
    expect(text).toContain(part);
  });

  test('no service: nothing', async () => {
    const { status, text } = await queryCall(account.url, '');
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ __type: 'UnknownOperationException' });
    expect(text).toContain('neither an X-Amz-Target header nor an Action parameter');
  });

  test('names of great depth and number are no trouble', async () => {
    const deep = `${'a.'.repeat(10_000)}b`;
    const many = Array.from({ length: 2_000 }, (_, index) => `Names.member.${index + 1}=g${index}`).join('&');
    const { status } = await queryCall(account.url, `Action=DescribeTargetGroups&${ELB}&${deep}=1&${many}`);
    expect(status).toBe(400);
    expect((await account.sts.getCallerIdentity()).Account).toBe('123456789012');
  });

  test('the SDK reads nested lists, times and numbers back', async () => {
    const { TargetGroups } = await account.elb.describeTargetGroups({ Names: ['blue'] });
    expect(TargetGroups).toMatchObject([{ TargetGroupName: 'blue', Port: 8080, TargetType: 'ip' }]);
  });

  test('an error reaches the SDK as the modelled class', async () => {
    await expect(account.elb.describeTargetGroups({ Names: ['absent'] })).rejects.toMatchObject({
      name: 'TargetGroupNotFoundException',
    });
  });
});

describe('the door', () => {
  test.each([
    ['a foreign host', { host: 'evil.example' }, 403],
    ['a host that only begins well', { host: '127.0.0.1.evil.example' }, 403],
    ['a page of another origin', { origin: 'https://evil.example' }, 403],
    ['localhost', { host: 'localhost:4566' }, 200],
  ])('%s', async (_name, headers, status) => {
    const answer = await send(`${account.url}/_sandbox/health`, { method: 'GET', headers });
    expect(answer.status).toBe(status);
  });

  test('a request without a signature is refused in the protocol of its service', async () => {
    const json = await send(account.url, { headers: { 'x-amz-target': `${ECS}.ListTasks` }, body: '{}' });
    expect([json.status, json.text]).toEqual([403, expect.stringContaining('"MissingAuthenticationToken"')]);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const query = await send(account.url, { headers, body: `Action=DescribeRules&${ELB}` });
    expect([query.status, query.text]).toEqual([403, expect.stringContaining('<Code>MissingAuthenticationToken')]);
  });

  test('a body above 10 MiB is refused, one below is not', async () => {
    const body = (size: number): string => `{"clusters":["${'x'.repeat(size)}"]}`;
    expect((await jsonCall(account.url, `${ECS}.DescribeClusters`, body(10 * 1024 * 1024))).status).toBe(413);
    expect((await jsonCall(account.url, `${ECS}.DescribeClusters`, body(5 * 1024 * 1024))).status).toBe(200);
  });

  test('no request made the sandbox itself fail', () => {
    expect(logged.filter((line) => !line.startsWith('Refused ('))).toEqual([]);
  });
});
