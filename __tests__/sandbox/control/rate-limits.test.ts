import { describe, expect, test } from '@jest/globals';
import { createRateLimiter, type ListedRateLimit, rateLimits } from '../../../sandbox/control/rate-limits.ts';
import { parseArguments } from '../../../sandbox/arguments.ts';
import { operations } from '../../../sandbox/operations/operations.ts';
import { services } from '../../../sandbox/protocol/services.ts';
import { control, queryCall, send, startAccount } from '../account.ts';

describe('the token buckets', () => {
  test('one is shared by all operations of its group, and fills by emulated time', () => {
    let now = 0;
    const limiter = createRateLimiter(true, () => now);
    const admitted = (): number =>
      Array.from({ length: 100 }, (_, index) =>
        limiter.admit('elasticloadbalancing', index % 2 === 0 ? 'DescribeRules' : 'DescribeListeners'),
      ).filter(Boolean).length;
    expect(admitted()).toBe(40);
    expect(limiter.admit('elasticloadbalancing', 'ModifyListener')).toBe(true);
    now += 1_000;
    expect(admitted()).toBe(10);
    now += 60 * 60_000;
    expect(admitted()).toBe(40);
    expect(limiter.list().find(({ id }) => id === 'elasticloadbalancing:read')).toMatchObject({
      tokens: 0,
      calls: 300,
      throttled: 210,
    });
  });

  test('nothing is throttled where they are not asked for', () => {
    const limiter = createRateLimiter(false, () => 0);
    expect(Array.from({ length: 1_000 }, () => limiter.admit('ecs', 'DescribeClusters'))).not.toContain(false);
  });

  test('every operation that is emulated has one', () => {
    const limiter = createRateLimiter(true, () => 0);
    for (const { name, iamPrefix } of services) {
      for (const operation of Object.keys(operations[name])) limiter.admit(iamPrefix, operation);
    }
    const counted = limiter.list().reduce((sum, { calls }) => sum + calls, 0);
    expect(counted).toBe(Object.values(operations).reduce((sum, group) => sum + Object.keys(group).length, 0));
  });

  test.each(rateLimits.map((limit) => [limit.id, limit] as const))(
    '%s says where its figures are from',
    (_id, limit) => {
      const { source, assumed } = limit;
      expect(source === null ? [...assumed].sort() : assumed.length).toEqual(
        source === null ? ['refillPerSecond', 'size'] : Math.min(assumed.length, 1),
      );
    },
  );
});

describe('over HTTP', () => {
  test('a throttled call is answered in the protocol of its service, and counted', async () => {
    const account = await startAccount({ rateLimits: true });
    const body = 'Action=DescribeLoadBalancers&Version=2015-12-01';
    const answers = [];
    for (let count = 0; count < 41; count += 1) answers.push(await queryCall(account.url, body));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(40);
    expect(answers.at(-1)).toMatchObject({
      status: 400,
      text: expect.stringContaining('<Code>ThrottlingException</Code>'),
    });
    await account.clock.advanceThrough(100);
    expect((await queryCall(account.url, body)).status).toBe(200);
    const json = [];
    for (let count = 0; count < 51; count += 1) json.push(account.ecs.describeClusters({}).then(() => 'ok', String));
    expect((await Promise.all(json)).filter((outcome) => outcome !== 'ok')).toEqual([
      'ThrottlingException: Rate exceeded',
    ]);
    const [, shown] = await control(account.url, 'GET', 'rate-limits');
    const { enabled, groups } = shown as { enabled: boolean; groups: ListedRateLimit[] };
    const hit = groups.filter(({ throttled }) => throttled > 0).map(({ id, throttled }) => [id, throttled]);
    expect([enabled, hit]).toEqual([
      true,
      [
        ['ecs:cluster-read', 1],
        ['elasticloadbalancing:read', 1],
      ],
    ]);
    const [, log] = await control(account.url, 'GET', 'calls');
    expect(JSON.stringify(log)).toContain('"fault":"rate-limit"');
    await account.close();
  });

  test('ECR answers 429', async () => {
    const account = await startAccount();
    await control(account.url, 'POST', 'faults', { operation: '*', kind: 'throttle' });
    const headers = { 'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.DescribeRepositories', authorization: 'x' };
    expect((await send(account.url, { headers, body: '{}' })).status).toBe(429);
    await account.close();
  });

  test('--rate-limits', () => {
    expect(parseArguments(['--rate-limits'])).toMatchObject({ options: { rateLimits: true } });
  });
});
