import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Account, control, startAccount } from '../account.ts';

let account: Account;
beforeEach(async () => {
  account = await startAccount();
});
afterEach(() => account.close());

const add = async (fault: Record<string, unknown>): Promise<void> => {
  expect((await control(account.url, 'POST', 'faults', fault))[0]).toBe(200);
};

/** `ok`, or the error's name. */
const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (cause: unknown) => (cause instanceof Error ? cause.name : String(cause)),
  );

const describeClusters = (): Promise<string> => outcome(account.ecs.describeClusters({}));

describe('on a JSON service', () => {
  test.each([
    ['throttle', 'ThrottlingException', 400, 'Rate exceeded'],
    ['server-error', 'InternalFailure', 500, 'internal error'],
    ['expired-token', 'ExpiredTokenException', 400, 'The security token included in the request is expired'],
    ['denied', 'AccessDeniedException', 400, 'is not authorized to perform: ecs:DescribeClusters on resource: *'],
  ])('%s', async (kind, name, status, message) => {
    await add({ operation: 'DescribeClusters', kind });
    await expect(account.ecs.describeClusters({})).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
      $metadata: { httpStatusCode: status },
    });
    expect(await outcome(account.ecs.listTasks({}))).toBe('ClusterNotFoundException');
  });
});

describe('on a Query service', () => {
  test.each([
    ['throttle', 'ThrottlingException', 400],
    ['server-error', 'InternalFailure', 500],
    ['expired-token', 'ExpiredToken', 403],
    ['denied', 'AccessDenied', 403],
  ])('%s', async (kind, name, status) => {
    await add({ operation: '*', kind });
    await expect(account.elb.describeLoadBalancers({})).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: status },
    });
  });
});

describe('on the connection', () => {
  test.each(['reset', 'garbage'])('%s: not carried out', async (kind) => {
    await add({ operation: 'CreateCluster', kind, times: 1 });
    await expect(account.ecs.createCluster({ clusterName: 'a' })).rejects.toThrow();
    expect(account.sandbox.world.ecs.clusters.size).toBe(0);
    expect(await outcome(account.ecs.createCluster({ clusterName: 'a' }))).toBe('ok');
  });

  test('lost: carried out, and no answer', async () => {
    await add({ operation: 'CreateCluster', kind: 'lost' });
    await expect(account.ecs.createCluster({ clusterName: 'a' })).rejects.toThrow('socket hang up');
    expect(account.sandbox.world.ecs.clusters.size).toBe(1);
    expect(await control(account.url, 'GET', 'calls')).toEqual([
      200,
      { calls: [expect.objectContaining({ status: 0, errorCode: null, fault: 'lost' })] },
    ]);
  });

  test('slow: answered, later', async () => {
    await add({ operation: '*', kind: 'slow', ms: 120 });
    const start = performance.now();
    expect(await describeClusters()).toBe('ok');
    expect(performance.now() - start).toBeGreaterThanOrEqual(115);
  });
});

describe('until it is taken back', () => {
  const create = (): Promise<string> => outcome(account.ecs.createCluster({ clusterName: 'a' }));
  const met = async (): Promise<void> => {
    for (;;) {
      const [, body] = await control(account.url, 'GET', 'faults');
      if ((body as { faults: { hits: number }[] }).faults.every(({ hits }) => hits > 0)) return;
    }
  };
  const clusters = (): number => account.sandbox.world.ecs.clusters.size;

  test.each([
    ['stalled', 0],
    ['held', 1],
  ])('%s: answered only then', async (kind, meanwhile) => {
    await add({ operation: 'CreateCluster', kind });
    let answered = false;
    const call = create().finally(() => {
      answered = true;
    });
    await met();
    expect(await outcome(account.ecs.listTasks({}))).toBe('ClusterNotFoundException');
    expect([answered, clusters()]).toEqual([false, meanwhile]);
    await control(account.url, 'DELETE', 'faults/fault-1');
    expect([await call, clusters()]).toEqual(['ok', 1]);
  });

  test.each([
    ['stalled', 0],
    ['held', 1],
  ])('%s, and the caller goes: cut, with %i clusters for good', async (kind, made) => {
    await add({ operation: 'CreateCluster', kind });
    const going = new AbortController();
    const call = outcome(account.ecs.createCluster({ clusterName: 'a' }, { abortSignal: going.signal }));
    await met();
    going.abort();
    expect(await call).toBe('AbortError');
    let calls: unknown[] = [];
    while (calls.length === 0) {
      calls = ((await control(account.url, 'GET', 'calls'))[1] as { calls: unknown[] }).calls;
    }
    expect(calls).toEqual([expect.objectContaining({ operation: 'CreateCluster', fault: kind, status: 0 })]);
    await control(account.url, 'DELETE', 'faults');
    expect(await outcome(account.ecs.listTasks({}))).toBe('ClusterNotFoundException');
    expect(clusters()).toBe(made);
  });
});

describe('how often', () => {
  test('after lets calls pass, times ends it, and the list counts', async () => {
    await add({ operation: 'DescribeClusters', kind: 'throttle', after: 1, times: 2 });
    const outcomes = [];
    for (let call = 0; call < 5; call += 1) outcomes.push(await describeClusters());
    expect(outcomes).toEqual(['ok', 'ThrottlingException', 'ThrottlingException', 'ok', 'ok']);
    expect(await control(account.url, 'GET', 'faults')).toEqual([
      200,
      { faults: [expect.objectContaining({ id: 'fault-1', kind: 'throttle', times: 2, after: 1, hits: 2 })] },
    ]);
  });

  test('without times it goes on until it is cleared', async () => {
    await add({ operation: '*', kind: 'throttle' });
    expect([await describeClusters(), await describeClusters()]).toEqual(Array(2).fill('ThrottlingException'));
    await control(account.url, 'DELETE', 'faults');
    expect(await describeClusters()).toBe('ok');
  });

  test('several on one operation: the first that hits counts', async () => {
    await add({ operation: 'DescribeClusters', kind: 'throttle', times: 1 });
    await add({ operation: '*', kind: 'denied', times: 1 });
    expect([await describeClusters(), await describeClusters(), await describeClusters()]).toEqual([
      'ThrottlingException',
      'AccessDeniedException',
      'ok',
    ]);
  });

  test('a bucket fills with emulated time, up to its size', async () => {
    await add({ operation: 'DescribeClusters', kind: 'bucket', size: 2, refillPerSecond: 0.5 });
    const three = async (): Promise<string[]> => [
      await describeClusters(),
      await describeClusters(),
      await describeClusters(),
    ];
    expect(await three()).toEqual(['ok', 'ok', 'ThrottlingException']);
    account.clock.advance(2_000);
    expect(await three()).toEqual(['ok', 'ThrottlingException', 'ThrottlingException']);
    account.clock.advance(3_600_000);
    expect(await three()).toEqual(['ok', 'ok', 'ThrottlingException']);
  });
});

describe('when', () => {
  test('a window of emulated time', async () => {
    await add({ operation: 'DescribeClusters', kind: 'throttle', fromMs: 1_000, forMs: 2_000 });
    const outcomes = [];
    for (const ms of [0, 999, 1, 1_999, 1]) {
      await account.clock.advanceThrough(ms);
      outcomes.push(await describeClusters());
    }
    expect(outcomes).toEqual(['ok', 'ok', 'ThrottlingException', 'ThrottlingException', 'ok']);
  });

  test('one is taken back by its id', async () => {
    const [, first] = await control(account.url, 'POST', 'faults', { operation: 'DescribeClusters', kind: 'throttle' });
    await add({ operation: 'ListTasks', kind: 'denied' });
    const { id } = first as { id: string };
    expect(await control(account.url, 'DELETE', `faults/${id}`)).toEqual([200, {}]);
    expect([await describeClusters(), await outcome(account.ecs.listTasks({}))]).toEqual([
      'ok',
      'AccessDeniedException',
    ]);
    expect(await control(account.url, 'DELETE', `faults/${id}`)).toEqual([
      404,
      { error: `There is no fault "${id}". See GET /_sandbox/faults.` },
    ]);
  });
});

test('a thousand faults are enough: one more is refused, with what to do', async () => {
  for (let count = 0; count < 1_000; count += 1)
    await add({ operation: 'DescribeClusters', kind: 'throttle', times: 1 });
  const refused = await control(account.url, 'POST', 'faults', { operation: 'ListTasks', kind: 'throttle' });
  expect(refused).toEqual([409, { error: expect.stringContaining('DELETE /_sandbox/faults') }]);
  await control(account.url, 'DELETE', 'faults');
  await add({ operation: 'ListTasks', kind: 'throttle' });
});
