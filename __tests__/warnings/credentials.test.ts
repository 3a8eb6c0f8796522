import { describe, expect, test } from '@jest/globals';
import { type Waiting } from '../../src/plan.ts';
import { valueOf } from '../../src/target/fact.ts';
import { credentialsEnd, endWarnings } from '../../src/warnings/credentials.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-24T10:00:00Z');

const waiting = (more: Partial<Waiting> = {}): Waiting => ({
  until: 'traffic-shifted',
  readyMs: 0,
  shiftMs: 10 * MINUTE,
  terminationMs: 60 * MINUTE,
  limitMs: 40 * MINUTE,
  maxDelayMs: 15_000,
  ...more,
});

describe('credentials', () => {
  test.each<[string, number | null, Partial<Waiting>]>([
    ['that do not tell their end', null, {}],
    ['that tell an end that is no time', NaN, {}],
    ['that end with the wait', 40, {}],
    ['that end before a wait that there is not', 1, { until: 'none', limitMs: 0 }],
  ])('%s are no matter', (_, minutes, of) => {
    expect(endWarnings(minutes === null ? null : NOW + minutes * MINUTE, NOW, waiting(of))).toEqual([]);
  });

  test.each<[string, number, Partial<Waiting>, readonly string[]]>([
    ['may end before the wait does', 39, {}, ['end in 39 min (2026-11-24T10:39:00Z), and so can', 'up to 40 min']],
    ['end before the shift does', 9, {}, ['end in 9 min', 'before the wait is expected to end (10 min after']],
    [
      'end before the original tasks do',
      60,
      { until: 'completed', limitMs: 100 * MINUTE },
      ['end in 1 h', '(1 h 10 min after', 'up to 1 h 40 min'],
    ],
    ['have ended already', -1, {}, ['have ended (2026-11-24T09:59:00Z)']],
  ])('that %s', (_, minutes, of, says) => {
    const [warning = '', ...more] = endWarnings(NOW + minutes * MINUTE, NOW, waiting(of));
    expect(more).toEqual([]);
    for (const text of [...says, 'role-duration-seconds']) expect(warning).toContain(text);
  });

  test('of the environment are asked for their end; others renew themselves', async () => {
    const aws = { credentialsEnd: () => Promise.resolve(NOW) };
    expect(valueOf(await credentialsEnd(aws, { AWS_ACCESS_KEY_ID: 'AKIA' }))).toBe(NOW);
    expect(valueOf(await credentialsEnd(aws, { AWS_WEB_IDENTITY_TOKEN_FILE: '/token' }))).toBeNull();
  });

  test('whose end cannot be read refuse nothing', async () => {
    const aws = { credentialsEnd: () => Promise.reject(new Error('no')) };
    expect((await credentialsEnd(aws, { AWS_ACCESS_KEY_ID: 'AKIA' })).state).toBe('failed');
  });
});
