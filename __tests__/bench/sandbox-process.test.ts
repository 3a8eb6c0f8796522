import { expect, test } from '@jest/globals';
import { sandboxProcess } from '../../bench/sandbox-process.ts';

test('a sandbox answers at its address, and tells its memory when it is closed, each time the same', async () => {
  const sandbox = await sandboxProcess(['--registry', 'none', '--tasks', 'responder']);
  const health = await fetch(`${sandbox.url}/_sandbox/health`);
  expect(health.status).toBe(200);
  const [one, other] = await Promise.all([sandbox.close(), sandbox.close()]);
  expect(one.rssMiB).toBeGreaterThan(10);
  expect(other).toBe(one);
  await expect(fetch(`${sandbox.url}/_sandbox/health`)).rejects.toThrow();
});

test('one that does not start says why', async () => {
  await expect(sandboxProcess(['--tasks', 'none'])).rejects.toThrow(/ended with 2:\n--tasks must be auto/);
});
