/** What a stop with rollback came to: green only where all of production is where it was to go. */
import { describe, expect, test } from '@jest/globals';
import { type Observation, unseen } from '../../src/engine/engine.ts';
import { returned } from '../../src/rollback/verdict.ts';
import { arnOf } from './account.ts';

const ID = 'd-STOPPED01';
const to = { arn: arnOf('web:12'), name: 'web:12' };

function stopped(greenWeight: number | null): Observation {
  const set = { desired: 2, running: 2, pending: 0, targetGroup: null };
  const blue = { ...set, id: 'b', color: 'blue' as const, status: 'PRIMARY', weight: 100 - (greenWeight ?? 0) };
  const green = { ...set, id: 'g', color: 'green' as const, status: 'ACTIVE', weight: greenWeight ?? 0 };
  const taskSets = greenWeight === null ? [] : [blue, green];
  return { ...unseen(ID), status: 'Stopped', rawStatus: 'Stopped', taskSets };
}

describe('no rollback is to be seen', () => {
  test('and a tenth of the traffic is on the replacement: red, though the original is PRIMARY', () => {
    const outcome = returned(ID, { kind: 'stopped', last: stopped(10), rollback: null }, to.arn, to);
    expect(outcome).toEqual({
      result: 'failed',
      cause: expect.stringMatching(
        /no rollback of it is to be seen, and 10 % of the production traffic is on its replacement/,
      ),
    });
  });

  test.each([
    ['there never was a replacement', null],
    ['the replacement has no traffic', 0],
  ])('and %s: green, by the PRIMARY task set', (_, weight) => {
    const outcome = returned(ID, { kind: 'stopped', last: stopped(weight), rollback: null }, to.arn, to);
    expect(outcome.result).toBe('succeeded');
  });
});

test('its rollback has succeeded: green where production runs what was asked for, red where it does not', () => {
  const end = { kind: 'stopped', last: stopped(10), rollback: { id: 'd-BACK00001', status: 'Succeeded' } } as const;
  expect(returned(ID, end, to.arn, to).result).toBe('succeeded');
  expect(returned(ID, end, arnOf('web:13'), to).result).toBe('failed');
});
