import { expect, test } from '@jest/globals';

import { clientConfig } from '../../../src/ports/aws/config.ts';

const settings = { region: 'eu-west-1', maxRetries: 3 };
const throttled = { errorType: 'THROTTLING' as const };

async function delays(attempts?: number): Promise<number[]> {
  const { retryStrategy } = clientConfig(settings, attempts);
  let token = await retryStrategy.acquireInitialRetryToken('');
  const seen: number[] = [];
  try {
    for (;;) {
      token = await retryStrategy.refreshRetryTokenForRetry(token, throttled);
      seen.push(token.getRetryDelay());
    }
  } catch {
    return seen;
  }
}

test('a throttled call is tried as often as asked, and waits at least half a second, then a second, then two', async () => {
  const [first = 0, second = 0, third = 0, ...more] = await delays();
  expect(more).toEqual([]);
  expect(first).toBeGreaterThanOrEqual(500);
  expect(second).toBeGreaterThanOrEqual(1_000);
  expect(third).toBeGreaterThanOrEqual(2_000);
  expect(third).toBeLessThanOrEqual(4_000);
});

test('a call that must not be repeated is not', async () => {
  expect(await delays(1)).toEqual([]);
});
