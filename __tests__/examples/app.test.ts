import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const file = join(import.meta.dirname, '../../examples/app/server.js');

describe('the sample app', () => {
  let app: ChildProcess;
  let address: string;

  beforeAll(async () => {
    const env = { PORT: '0', VERSION: '1.2.3', REVISION: 'abc' };
    const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    app = child;
    const line = (await once(child.stdout, 'data')).join('').trim();
    address = `http://127.0.0.1:${/:(\d+)$/.exec(line)?.[1] ?? ''}`;
  });

  afterAll(() => {
    app.kill('SIGKILL');
  });

  const get = async (path: string, method = 'GET') => {
    const response = await fetch(`${address}${path}`, { method });
    const body: unknown = await response.json();
    return { status: response.status, body };
  };

  test('tells what runs', async () => {
    const { status, body } = await get('/');
    expect(status).toBe(200);
    expect(body).toEqual({ version: '1.2.3', revision: 'abc', hostname: expect.any(String) });
  });

  test('is healthy', async () => {
    expect(await get('/health?from=balancer')).toEqual({ status: 200, body: { status: 'ok' } });
  });

  test.each([
    ['0', []],
    ['2', [2]],
    ['30', [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]],
  ])('gives the primes up to %s', async (n, primes) => {
    expect(await get(`/primes/${n}`)).toEqual({ status: 200, body: { n: Number(n), primes } });
  });

  test('finds 9592 primes up to its limit', async () => {
    const { body } = await get('/primes/100000');
    expect(JSON.stringify(body).match(/[[,]\d+/g)).toHaveLength(9592);
  });

  test.each(['-1', '1.5', 'x', '', '100001', '99999999999', '1e3', '%31', '7/8'])(
    'refuses /primes/%s',
    async (text) => {
      expect((await get(`/primes/${text}`)).status).toBe(400);
    },
  );

  test.each([
    ['an unknown path', '/nothing', 'GET', 404],
    ['a path like one of Object', '/constructor', 'GET', 404],
    ['another method', '/', 'POST', 405],
  ])('refuses %s', async (_case, path, method, status) => {
    expect((await get(path, method)).status).toBe(status);
  });

  test('ends well on SIGTERM', async () => {
    const exited = once(app, 'exit');
    app.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });
});

describe('the sample app with FAULT', () => {
  const start = (FAULT: string): ChildProcess & { readonly stdout: Readable } =>
    spawn(process.execPath, [file], {
      env: { PORT: '0', FAULT, FAULT_AFTER_MS: '50' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });

  const addressOf = async ({ stdout }: { readonly stdout: Readable }): Promise<string> =>
    `http://127.0.0.1:${/:(\d+)$/.exec((await once(stdout, 'data')).join('').trim())?.[1] ?? ''}`;

  test('crash: ends before it listens', async () => {
    const app = start('crash');
    expect(await once(app, 'exit')).toEqual([1, null]);
    expect(app.stdout.read()).toBe(null);
  });

  test('crash-late: listens, then ends', async () => {
    const app = start('crash-late');
    const exited = once(app, 'exit');
    expect(await addressOf(app)).toMatch(/:\d+$/);
    expect(await exited).toEqual([1, null]);
  });

  test.each([
    ['unhealthy', [503, 503], [200, 200]],
    ['flaky', [200, 200], [200, 500]],
  ])('%s: health checks %j, requests %j', async (fault, checks, requests) => {
    const app = start(fault);
    try {
      const address = await addressOf(app);
      const statusOf = async (path: string): Promise<number> => (await fetch(`${address}${path}`)).status;
      expect([await statusOf('/health'), await statusOf('/health')]).toEqual(checks);
      expect([await statusOf('/'), await statusOf('/')]).toEqual(requests);
    } finally {
      app.kill('SIGKILL');
    }
  });
});
