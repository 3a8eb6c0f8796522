import { describe, expect, test } from '@jest/globals';

import { clientConfig, retryDelayMs } from '../../../src/ports/aws/config.ts';

describe('the wait before a retry', () => {
  test.each([
    [1, 500, 1_000],
    [2, 1_000, 2_000],
    [3, 2_000, 4_000],
    [8, 10_000, 20_000],
  ])('number %d: %d to %d ms', (retry, least, most) => {
    expect([retryDelayMs(retry, () => 0), retryDelayMs(retry, () => 1)]).toEqual([least, most]);
  });
});

test('a call that must not be repeated is not', async () => {
  const { retryStrategy } = clientConfig({ region: 'eu-west-1', maxRetries: 8 }, 1);
  const token = await retryStrategy.acquireInitialRetryToken('');
  await expect(retryStrategy.refreshRetryTokenForRetry(token, { errorType: 'THROTTLING' })).rejects.toThrow(
    'No retry token available',
  );
});
