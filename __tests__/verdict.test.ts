import { describe, expect, test } from '@jest/globals';
import { type Observation, unseen } from '../src/engine/engine.ts';
import { type WatchEnd } from '../src/events.ts';
import { type LastLook, verdict } from '../src/verdict.ts';

const arn = (revision: number): string => `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:${revision}`;
const seen = (status: Observation['status'], more: Partial<Observation> = {}): Observation => ({
  ...unseen('d-OURS00001'),
  status,
  rawStatus: status,
  ...more,
});
const green = (weight: number): Observation['taskSets'][number] => {
  const counts = { desired: 2, running: 2, pending: 0 };
  return { id: 'g', color: 'green', status: 'ACTIVE', weight, targetGroup: null, ...counts };
};
const good: LastLook = { primaryTaskDefinition: arn(2), asked: arn(2) };
const old: LastLook = { primaryTaskDefinition: arn(1), asked: arn(2) };
const shifted: WatchEnd = { kind: 'reached', end: 'traffic-shifted', last: seen('InProgress') };
const error = { code: 'ALARM_ACTIVE', message: 'one or more\nalarms' };
const failed = (rollback: Extract<WatchEnd, { kind: 'failed' }>['rollback']): WatchEnd => ({
  kind: 'failed',
  last: seen('Failed', { error }),
  rollback,
});

describe('green', () => {
  test.each<[string, WatchEnd, LastLook, string, RegExp]>([
    ['shifted', shifted, good, 'succeeded', /^web:2 takes the production traffic$/],
    [
      'shifted, original stays',
      shifted,
      { ...good, terminationMs: 3_600_000 },
      'succeeded',
      /stays for 1 h, and until then an alarm still rolls back/,
    ],
    [
      'shifted and done',
      { ...shifted, last: seen('Succeeded') },
      { ...good, terminationMs: 3_600_000 },
      'succeeded',
      /traffic$/,
    ],
    ['completed', { kind: 'reached', end: 'completed', last: seen('Succeeded') }, good, 'succeeded', /web:2/],
    ['PRIMARY not readable', shifted, { ...good, primaryTaskDefinition: null }, 'succeeded', /could not be read/],
    ['not waited for', { kind: 'reached', end: 'none', last: seen('Created') }, old, 'started', /d-OURS00001/],
    [
      'ready',
      { kind: 'reached', end: 'test-ready', last: seen('Ready') },
      old,
      'started',
      /waits for someone to continue/,
    ],
    [
      'ready, but continued already',
      { kind: 'reached', end: 'test-ready', last: seen('InProgress') },
      old,
      'started',
      /already/,
    ],
  ])('%s', (_name, end, look, result, note) => {
    expect(verdict(end, look)).toEqual({ result, note: expect.stringMatching(note) });
  });
});

describe('red', () => {
  test.each<[string, WatchEnd, LastLook, object]>([
    [
      'Succeeded, but another revision runs',
      { kind: 'reached', end: 'completed', last: seen('Succeeded') },
      old,
      { result: 'failed', cause: expect.stringMatching(/production runs web:1, not web:2/) },
    ],
    [
      'rolled back',
      failed({ id: 'd-BACK00001', status: 'Succeeded' }),
      old,
      {
        result: 'rolled-back',
        rollbackId: 'd-BACK00001',
        cause: expect.stringMatching(
          /ALARM_ACTIVE: one or more alarms; rolled back by deployment d-BACK00001, production runs web:1$/,
        ),
      },
    ],
    [
      'a rollback that still runs',
      failed({ id: 'd-BACK00001', status: 'InProgress' }),
      good,
      {
        result: 'rolled-back',
        rollbackId: 'd-BACK00001',
        unfinished: true,
        cause: expect.stringMatching(/not finished/),
      },
    ],
    [
      'a rollback that failed',
      failed({ id: 'd-BACK00001', status: 'Failed' }),
      good,
      { result: 'failed', cause: expect.stringMatching(/d-BACK00001, ended as Failed as well/) },
    ],
    [
      'a rollback that changed nothing',
      failed({ id: 'd-BACK00001', status: 'Succeeded' }),
      good,
      { result: 'failed', cause: expect.stringMatching(/still runs web:2/) },
    ],
    ['failed without a rollback', failed(null), old, { result: 'failed', cause: 'ALARM_ACTIVE: one or more alarms' }],
    ['failed, with a known cause', failed(null), { ...old, cause: 'a\nb' }, { result: 'failed', cause: 'a b' }],
    [
      'stopped',
      { kind: 'stopped', last: seen('Stopped'), rollback: null },
      old,
      { result: 'stopped', cause: 'deployment d-OURS00001 is Stopped; there is no rollback, production runs web:1' },
    ],
    [
      'stopped in a shift, and no rollback to be seen',
      { kind: 'stopped', last: seen('Stopped', { taskSets: [green(10)] }), rollback: null },
      old,
      {
        result: 'stopped',
        cause:
          'deployment d-OURS00001 is Stopped; no rollback of it is to be seen, and 10 % of the production traffic is on its task set',
      },
    ],
    [
      'stopped and rolled back',
      { kind: 'stopped', last: seen('Stopped'), rollback: { id: 'd-BACK00001', status: 'Succeeded' } },
      old,
      { result: 'rolled-back', rollbackId: 'd-BACK00001', cause: expect.any(String) },
    ],
    [
      'too late',
      { kind: 'timed-out', last: seen('InProgress'), limitMs: 5_400_000 },
      old,
      { result: 'timed-out', cause: 'deployment d-OURS00001 is InProgress after 1 h 30 min: no longer waited for' },
    ],
    [
      'too late, never answered',
      { kind: 'timed-out', last: null, limitMs: 60_000 },
      old,
      { result: 'timed-out', cause: expect.stringMatching(/could not be looked at/) },
    ],
    [
      'cancelled',
      { kind: 'interrupted', last: seen('InProgress') },
      old,
      { result: 'interrupted', cause: expect.stringMatching(/d-OURS00001 is InProgress and goes on by itself/) },
    ],
    [
      'cancelled while it waits for a word',
      { kind: 'interrupted', last: seen('Ready') },
      old,
      { result: 'interrupted', cause: expect.stringMatching(/d-OURS00001 is Ready: someone has to continue it/) },
    ],
  ])('%s', (_name, end, look, expected) => {
    expect(verdict(end, look)).toEqual(expected);
  });
});
