import { expect, test } from '@jest/globals';
import { openAccount } from '../../../bench/watch/account.ts';
import { callsInShift, endDelay, stepDelay } from '../../../bench/watch/delays.ts';
import { watched } from '../../../bench/watch/watched.ts';

test('a deployment of the sandbox is watched to its end on simulated time, and throttling is seen', async () => {
  const config = 'CodeDeployDefault.ECSCanary10Percent5Minutes';
  const account = await openAccount([{ deploymentConfig: config }]);
  const [stack] = account.stacks;
  if (stack === undefined) throw new Error('no stack');
  account.faults.add({
    operation: '*',
    kind: 'throttle',
    times: 2,
    after: 3,
    ms: 0,
    size: 0,
    refillPerSecond: 0,
  });
  const seen = await account.clock.run(watched(account, { stack, until: 'traffic-shifted', phaseMs: 0 }));
  expect(seen.end).toMatchObject({ kind: 'reached', end: 'traffic-shifted' });
  expect(seen.asked.filter(({ throttled }) => throttled)).toHaveLength(2);
  expect(endDelay(seen)).toBeGreaterThan(0);
  expect(endDelay(seen)).toBeLessThan(5_000);
  expect(await stepDelay(seen)).toBeGreaterThan(0);
  expect(callsInShift(seen)).toBeGreaterThan(5);
});
