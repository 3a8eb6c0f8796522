import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createCallLog, type CallRecord } from '../../../sandbox/control/calls.ts';
import { type Account, control, send, startAccount } from '../account.ts';

const call = { at: 1, service: 'ecs', operation: 'X', status: 200, errorCode: null, fault: null, ms: 1 };
const bodies = (text: string) => ({ request: text, answer: '' });
const same = (body: string): string => body;
const ids = (list: readonly CallRecord[]): number[] => list.map(({ id }) => id);

describe('the log of calls', () => {
  test('keeps the newest only, with ids that go on after it is cleared', () => {
    const log = createCallLog(same, { calls: 3 });
    for (let count = 0; count < 10; count += 1) log.add(call);
    expect(ids(log.list())).toEqual([8, 9, 10]);
    log.clear();
    expect(log.list()).toEqual([]);
    log.add(call);
    expect(ids(log.list())).toEqual([11]);
    expect(ids(log.list(9))).toEqual([11]);
  });

  test('finds a call by its id for as long as it is kept', () => {
    const log = createCallLog(same, { calls: 3 });
    for (let count = 0; count < 10; count += 1) log.add(call);
    const found = (...asked: number[]) => asked.map((id) => log.find(id)?.id);
    expect(found(0, 7, 8, 9, 10, 11)).toEqual([undefined, undefined, 8, 9, 10, undefined]);
    log.clear();
    log.add(call);
    expect(found(0, 10, 11)).toEqual([undefined, undefined, 11]);
  });

  test.each([
    [0, [3, 4, 5]],
    [3, [4, 5]],
    [5, []],
    [9, []],
  ])('after %d', (after, expected) => {
    const log = createCallLog(same, { calls: 3 });
    for (let count = 0; count < 5; count += 1) log.add(call);
    expect(ids(log.list(after))).toEqual(expected);
  });

  test('keeps the bodies of the newest, as many as fit, and masks them', () => {
    const log = createCallLog((body) => body.toUpperCase(), { bodies: 2, bodyBytes: 40 });
    for (const text of ['aaa', 'bbb', 'ccc']) log.add(call, bodies(text));
    expect([1, 2, 3].map((id) => log.find(id)?.bodies?.request)).toEqual([undefined, 'BBB', 'CCC']);
    expect(log.find(1)).toEqual({ id: 1, ...call, bodies: null });
    log.add(call, bodies('x'.repeat(19)));
    expect([2, 3, 4].map((id) => log.find(id)?.bodies?.request.length)).toEqual([undefined, undefined, 19]);
    expect(log.find(5)).toBeUndefined();
  });

  test('cuts a long body, and says so', () => {
    const log = createCallLog(same);
    log.add(call, bodies('x'.repeat(20_000)));
    const { request = '' } = log.find(1)?.bodies ?? {};
    expect(request).toHaveLength(16_384 + '… (3616 more characters)'.length);
    expect(request).toMatch(/x… \(3616 more characters\)$/);
  });
});

describe('over HTTP', () => {
  let account: Account;
  beforeAll(async () => {
    account = await startAccount();
  });
  afterAll(() => account.close());

  test('a call opens to its request and its answer, without secrets', async () => {
    await account.ecs.registerTaskDefinition({
      family: 'web',
      containerDefinitions: [{ name: 'app', image: 'app:1', environment: [{ name: 'DB', value: 'hunter2' }] }],
    });
    const { authorizationData } = await account.ecr.getAuthorizationToken({});
    await send(account.url, {
      headers: { 'x-amz-target': 'Nobody.X', authorization: 'AWS4 Signature=hunter3', 'content-type': 'text/plain' },
      body: '{"password":"hunter4"}',
    });
    const [, list] = await control(account.url, 'GET', 'calls');
    const { calls } = list as { calls: CallRecord[] };
    expect(calls.map(({ operation }) => operation)).toEqual(['RegisterTaskDefinition', 'GetAuthorizationToken', '']);
    const whole = await Promise.all(calls.map(({ id }) => control(account.url, 'GET', `calls/${id}`)));
    expect(whole[0]).toEqual([
      200,
      {
        ...calls[0],
        bodies: {
          request: expect.stringContaining('"value":"***"'),
          answer: expect.stringContaining('"taskDefinitionArn"'),
        },
      },
    ]);
    expect(calls.every(({ ms }) => ms >= 0)).toBe(true);
    const text = JSON.stringify(whole);
    expect(text).not.toMatch(/hunter/);
    expect(text).not.toContain(authorizationData?.[0]?.authorizationToken ?? 'absent');
    const later = await control(account.url, 'GET', `calls?after=${calls[0]?.id ?? 0}`);
    expect(later).toEqual([200, { calls: calls.slice(1) }]);
  });

  test.each([
    ['calls/99999', 404, 'There is no call \\"99999\\"'],
    ['calls/abc', 404, 'There is no call'],
    ['calls?after=x', 400, 'after must be the id of a call'],
    ['calls?after=-1', 400, 'after must be the id of a call'],
    ['calls/1/2', 404, 'There is no GET /_sandbox/calls/1/2'],
  ])('%s: %d', async (path, status, part) => {
    const answer = await control(account.url, 'GET', path);
    expect(answer[0]).toBe(status);
    expect(JSON.stringify(answer[1])).toContain(part);
  });
});
