import { expect, test } from '@jest/globals';
import { type ScalingActivity } from '../../src/ports/aws/aws.ts';
import { scalingWarnings } from '../../src/warnings/scaling.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');

const activity = (status: string, minutesAgo: number | null, more: Partial<ScalingActivity> = {}): ScalingActivity => ({
  status,
  description: 'Setting desired count to 4.',
  startedAt: minutesAgo === null ? null : NOW - minutesAgo * 60_000,
  endedAt: minutesAgo === null ? null : NOW - minutesAgo * 60_000,
  ...more,
});

test.each<[string, readonly ScalingActivity[]]>([
  ['none', []],
  ['one that has settled', [activity('Successful', 5)]],
  ['one that changed nothing', [activity('Failed', 1), activity('Overridden', 1)]],
  ['one without a time', [activity('Successful', null)]],
])('no warning: %s', (_, activities) => {
  expect(scalingWarnings(activities, NOW)).toEqual([]);
});

test.each<[string, readonly ScalingActivity[], string]>([
  [
    'in progress for hours',
    [activity('InProgress', 300, { endedAt: null })],
    '(InProgress since 2026-11-24T05:00:00Z)',
  ],
  ['just over', [activity('Successful', 4)], '(Successful since 2026-11-24T09:56:00Z)'],
  ['by a clock that is ahead of ours', [activity('Successful', -1)], 'Setting desired count to 4 ('],
  ['behind one that failed', [activity('Failed', 1), activity('Pending', 2)], '(Pending since'],
])('a warning: %s', (_, activities, says) => {
  expect(scalingWarnings(activities, NOW)).toEqual([expect.stringContaining(says)]);
});
