import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { realClock } from '../../../sandbox/clock.ts';
import { type Account, control, createWebService, startAccount } from '../account.ts';

let account: Account;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.close());

describe('what the sandbox tells', () => {
  test('health', async () => {
    expect(await control(account.url, 'GET', 'health')).toEqual([
      200,
      {
        status: 'ok',
        account: '123456789012',
        region: 'eu-west-1',
        registryUrl: null,
        clock: 'stepped',
        now: account.clock.now(),
        listeners: [],
      },
    ]);
  });

  test('the world as plain JSON, without passwords', async () => {
    await createWebService(account);
    const token = await account.ecr.getAuthorizationToken({});
    const [status, world] = await control(account.url, 'GET', 'world');
    expect(status).toBe(200);
    expect(world).toMatchObject({
      account: '123456789012',
      alarms: [],
      ecs: { clusters: { 'arn:aws:ecs:eu-west-1:123456789012:cluster/main': { name: 'main' } } },
    });
    const password = Buffer.from(token.authorizationData?.[0]?.authorizationToken ?? '', 'base64')
      .toString()
      .slice(4);
    expect(password.length).toBeGreaterThan(20);
    expect(JSON.stringify(world)).not.toContain(password);
  });

  test('every call so far, with its error, and nothing that was sent', async () => {
    await control(account.url, 'DELETE', 'calls');
    await account.ecs.describeClusters({ clusters: ['secret-name'] });
    await account.ecs.describeServices({ cluster: 'absent', services: ['x'] }).catch(() => undefined);
    const [, body] = await control(account.url, 'GET', 'calls');
    const at = account.clock.now();
    const common = { at, service: 'ecs', fault: null };
    expect(body).toEqual({
      calls: [
        {
          ...common,
          id: expect.any(Number),
          ms: expect.any(Number),
          operation: 'DescribeClusters',
          status: 200,
          errorCode: null,
        },
        {
          ...common,
          id: expect.any(Number),
          ms: expect.any(Number),
          operation: 'DescribeServices',
          status: 400,
          errorCode: 'ClusterNotFoundException',
        },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('secret-name');
  });
});

describe('what can be moved', () => {
  test('the stepped clock', async () => {
    const before = account.clock.now();
    expect(await control(account.url, 'POST', 'advance', { ms: 1500 })).toEqual([200, { now: before + 1500 }]);
  });

  test('by two at once, one after the other', async () => {
    const before = account.clock.now();
    account.clock.after(2_000, () => {
      void account.clock.during(new Promise((resolve) => setImmediate(resolve)));
    });
    const answers = await Promise.all([3_000, 1_000].map((ms) => control(account.url, 'POST', 'advance', { ms })));
    const times = answers.map(([, answer]) => (answer as { now: number }).now - before);
    expect(Math.max(...times)).toBe(4_000);
    expect(account.clock.now()).toBe(before + 4_000);
  });

  test('a real clock cannot be: 409', async () => {
    const real = await startAccount({ clock: realClock() });
    expect(await control(real.url, 'POST', 'advance', { ms: 1 })).toEqual([
      409,
      { error: expect.stringContaining('--stepped') },
    ]);
    expect(await control(real.url, 'GET', 'health')).toEqual([200, expect.objectContaining({ clock: 'real' })]);
    await real.close();
  });

  test('alarms', async () => {
    expect((await control(account.url, 'POST', 'alarms', { name: 'errors', state: 'ALARM' }))[0]).toBe(200);
    expect([...account.sandbox.world.alarms]).toEqual(['errors']);
    await control(account.url, 'POST', 'alarms', { name: 'errors', state: 'OK' });
    expect([...account.sandbox.world.alarms]).toEqual([]);
  });

  test('settings, for all that comes after', async () => {
    const [status, settings] = await control(account.url, 'PATCH', 'settings', {
      taskStartMs: 1,
      hooks: { f: 'Failed' },
    });
    expect([status, settings]).toEqual([200, expect.objectContaining({ taskStartMs: 1, hooks: { f: 'Failed' } })]);
    expect(account.sandbox.settings.taskStartMs).toBe(1);
    expect(await control(account.url, 'GET', 'settings')).toEqual([200, settings]);
  });
});

describe('what is refused', () => {
  test.each([
    ['advance', 'POST', {}, 'ms must be a number from 0'],
    ['advance', 'POST', { ms: -1 }, 'ms must be a number, 0 or more; received -1.'],
    ['advance', 'POST', { ms: 1e12 }, 'ms must be a number from 0'],
    ['advance', 'POST', [], 'must be a JSON object'],
    ['advance', 'POST', undefined, 'not JSON'],
    ['alarms', 'POST', { name: 'a' }, 'state must be ALARM or OK; received nothing.'],
    ['alarms', 'POST', { state: 'OK' }, 'name must be a string'],
    ['alarms', 'POST', { name: 'a'.repeat(256), state: 'OK' }, 'name must have at most 255 characters'],
    ['settings', 'PATCH', { createdMS: 1 }, 'Unknown member createdMS; known: createdMs'],
    ['settings', 'PATCH', { createdMs: '1' }, 'createdMs must be a number of milliseconds, 0 or more; received "1".'],
    ['settings', 'PATCH', { createdMs: null }, 'createdMs must be a number'],
    ['settings', 'PATCH', { pollMs: 0 }, 'pollMs must be a number of milliseconds above 0'],
    ['settings', 'PATCH', { unhealthyImages: [''] }, 'a list of strings'],
    ['settings', 'PATCH', { hooks: { f: 'Maybe' } }, 'Succeeded, Failed, silent'],
    ['settings', 'PATCH', { terminationWaitFlag: 1 }, 'true or false'],
    ['settings', 'PATCH', { eventsWithoutTestRoute: 'seven' }, 'six or skipped'],
    ['settings', 'PATCH', { baking: 'always' }, 'never or terminationWait'],
    ['settings', 'PATCH', { appSpecLimitBytes: 0 }, 'a whole number above 0, or null'],
    ['settings', 'PATCH', { forceNewDeploymentError: '' }, 'a string that is not empty, or null'],
    ['settings', 'PATCH', JSON.parse('{"__proto__": {"pollMs": 1}}'), 'Unknown member __proto__'],
    ['faults', 'POST', { operation: '*', kind: 'slow', ms: 1e9 }, 'ms must be at most'],
    ['faults', 'POST', { operation: '*', kind: 'slow', forMs: -1 }, 'forMs must be a number'],
    ['faults', 'POST', { operation: 'GetDeploymnt', kind: 'reset' }, 'an operation that is emulated'],
    ['faults', 'POST', { operation: '*', kind: 'explode' }, 'kind must be one of throttle, server-error'],
    ['faults', 'POST', { operation: '*', kind: 'slow', times: '2' }, 'times must be a number'],
    ['faults', 'POST', { operation: '*', kind: 'bucket' }, 'A bucket needs a size'],
    ['faults', 'POST', { operation: '*', kind: 'slow', delay: 2 }, 'Unknown member delay'],
  ])('%s %s %j', async (path, method, body, part) => {
    const [status, answer] = await control(account.url, method, path, body);
    expect(status).toBe(400);
    expect(answer).toEqual({ error: expect.stringContaining(part) });
  });

  test.each([[{ command: ['touch', '/tmp/x'] }], [['touch', '/tmp/x']]])(
    'a command for a hook, %j, cannot be set over HTTP',
    async (command) => {
      const [status, answer] = await control(account.url, 'PATCH', 'settings', { hooks: { check: command } });
      expect([status, answer]).toEqual([403, { error: expect.stringContaining('--hook NAME=COMMAND') }]);
      expect(account.sandbox.settings.hooks).not.toHaveProperty('check');
    },
  );

  test.each([
    ['GET', 'advance'],
    ['POST', 'nothing'],
    ['GET', ''],
  ])('%s /_sandbox/%s: 404 that lists what there is', async (method, path) => {
    expect(await control(account.url, method, path)).toEqual([
      404,
      { error: expect.stringContaining('GET /_sandbox/health') },
    ]);
  });
});
