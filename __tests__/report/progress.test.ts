import { describe, expect, test } from '@jest/globals';
import { type DeploymentEvent } from '../../src/events.ts';
import { consoleUrl } from '../../src/report/console.ts';
import { duration, elapsed } from '../../src/report/duration.ts';
import { line } from '../../src/report/progress.ts';

const install = { name: 'Install', startedAt: 1_000, endedAt: null, diagnostics: null } as const;

describe('a line of progress', () => {
  test.each<[string, DeploymentEvent]>([
    ['00:01  deployment InProgress', { kind: 'status', status: 'InProgress', elapsedMs: 1_999 }],
    ['01:05  traffic blue 90 % / green 10 %', { kind: 'traffic', blue: 90, green: 10, elapsedMs: 65_000 }],
    ['01:05  traffic blue 66.7 % / green 33.3 %', { kind: 'traffic', blue: 66.66, green: 33.34, elapsedMs: 65_000 }],
    [
      '1:00:00  green tasks 1 running, 2 pending, 3 desired',
      { kind: 'tasks', running: 1, pending: 2, desired: 3, elapsedMs: 3_600_000 },
    ],
    [
      '00:02  Install (replacement task set starts and gets healthy): begins',
      { kind: 'lifecycle', event: { ...install, status: 'InProgress' }, elapsedMs: 2_000 },
    ],
    [
      '00:44  Install (replacement task set starts and gets healthy): done in 42 s',
      { kind: 'lifecycle', event: { ...install, status: 'Succeeded', endedAt: 43_000 }, elapsedMs: 44_000 },
    ],
    [
      '00:44  New: skipped',
      { kind: 'lifecycle', event: { ...install, name: 'New', status: 'Skipped', endedAt: 2 }, elapsedMs: 44_000 },
    ],
    [
      '02:00  rollback deployment d-B Succeeded',
      { kind: 'rollback', deploymentId: 'd-B', status: 'Succeeded', elapsedMs: 120_000 },
    ],
    [
      '03:00  waiting for the traffic shift; at most 1 h 5 min more',
      { kind: 'waiting', stage: 'the traffic shift', leftMs: 3_900_000, elapsedMs: 180_000 },
    ],
    [
      '00:09  AWS did not answer (x ::error::y); the deployment goes on, next try in 5 s',
      { kind: 'unanswered', reason: 'x\n::error::y', retryMs: 5_000, elapsedMs: 9_000 },
    ],
  ])('%s', (text, event) => {
    expect(line(event)).toBe(text);
  });
});

test.each([
  [0, '00:00', '0 s'],
  [-5, '00:00', '0 s'],
  [60_000, '01:00', '1 min'],
  [119_000, '01:59', '119 s'],
  [120_000, '02:00', '2 min'],
  [3_600_000, '1:00:00', '1 h'],
  [172_800_000, '48:00:00', '48 h'],
])('%d ms', (ms, clock, words) => {
  expect(elapsed(ms)).toBe(clock);
  expect(duration(ms)).toBe(words);
});

test.each([
  ['eu-west-1', 'https://console.aws.amazon.com/codesuite/codedeploy/deployments/d-1?region=eu-west-1'],
  ['cn-north-1', 'https://console.amazonaws.cn/codesuite/codedeploy/deployments/d-1?region=cn-north-1'],
  ['us-gov-west-1', 'https://console.amazonaws-us-gov.com/codesuite/codedeploy/deployments/d-1?region=us-gov-west-1'],
])('the console of %s', (region, address) => {
  expect(consoleUrl('d-1', region)).toBe(address);
});
