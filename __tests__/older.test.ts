import { describe, expect, test } from '@jest/globals';
import { ageOf, type Ages, givesPrecedence } from '../src/older.ts';

const marker = (run: string, attempt = '1', repository = 'octo/shop'): string =>
  `ecs-blue-green:${repository}:${run}.${attempt}:deploy`;

const live = (run: string, more = ''): Ages['live'] => ({
  deploymentId: 'd-LIVE00001',
  description: `${marker(run)} web:8 → web:9 commit 0123456 by octocat${more}`,
});

const ages = (more: Partial<Ages>): Ages => ({
  live: live('100'),
  before: undefined,
  marker: marker('90'),
  allowed: false,
  on: 'shop/web',
  ...more,
});

type Says = 'nothing' | 'refused' | 'warned';

function said(of: Ages): Says {
  const { faults, warnings } = ageOf(of);
  if (faults.length > 0) return 'refused';
  return warnings.length > 0 ? 'warned' : 'nothing';
}

const SAME = 'd-LIVE00001';
const OTHER = 'd-BEFORE001';

describe('what is live', () => {
  test.each<[string, Partial<Ages>, Says]>([
    ['came from a later run', {}, 'refused'],
    ['came from an earlier run', { marker: marker('110') }, 'nothing'],
    ['came from this run', { marker: marker('100') }, 'nothing'],
    [
      'came from a later run, of more digits than a number holds',
      { live: live('9007199254740993'), marker: marker('9007199254740992') },
      'refused',
    ],
    ['came from a later run, which sorts before it as a text', { live: live('100'), marker: marker('99') }, 'refused'],
    [
      'came from an earlier run, which sorts behind it as a text',
      { live: live('99'), marker: marker('100') },
      'nothing',
    ],
    ['came from another repository', { marker: marker('90', '1', 'octo/other') }, 'nothing'],
    ['is not known', { live: null }, 'nothing'],
    ['has no marker', { live: { deploymentId: 'd-LIVE00001', description: 'a pipeline’s' } }, 'nothing'],
    ['has no description', { live: { deploymentId: 'd-LIVE00001' } }, 'nothing'],
    ['came from a run whose number is none', { live: live('10a0') }, 'nothing'],
    ['is later, and this run does not know itself', { marker: null }, 'nothing'],
    ['is later, and this run has no number', { marker: marker('') }, 'nothing'],
    [
      'is later, and the run is outside of a repository',
      { live: live('100'), marker: marker('90', '1', '') },
      'nothing',
    ],
    ['came from a later run, and allow-older is set', { allowed: true }, 'warned'],
    ['came from an earlier run, and allow-older is set', { marker: marker('110'), allowed: true }, 'nothing'],
    ['is later than a run that is run again', { marker: marker('90', '2') }, 'warned'],
    ['is later than a run that is run again for the tenth time', { marker: marker('90', '11') }, 'warned'],
    ['is, on waking, the later one that was there before', { before: SAME }, 'refused'],
    ['is, on waking, a later one that came meanwhile', { before: OTHER }, 'refused'],
    ['is, on waking, a later one, where nothing had a deployment before', { before: '' }, 'refused'],
    [
      'is, on waking of a re-run, the later one that was there before',
      { marker: marker('90', '2'), before: SAME },
      'warned',
    ],
    [
      'is, on waking of a re-run, a later one that came meanwhile',
      { marker: marker('90', '2'), before: OTHER },
      'refused',
    ],
    [
      'is, on waking of a re-run, a later one, and allow-older is set',
      { marker: marker('90', '2'), before: OTHER, allowed: true },
      'warned',
    ],
    [
      'is, on waking of a re-run, an earlier one that came meanwhile',
      { marker: marker('110', '2'), before: OTHER },
      'nothing',
    ],
  ])('%s', (_name, more, expected) => {
    expect(said(ages(more))).toBe(expected);
  });
});

test('a refusal says what is live, whose it is, which run this is, and the ways to go on', () => {
  const [fault] = ageOf(ages({})).faults;
  expect(fault?.on).toBe('shop/web');
  expect(fault?.why).toBe(
    'what is live is newer: web:9 of deployment d-LIVE00001, started by run 100, attempt 1, job deploy of octo/shop, by octocat, and this is run 90, attempt 1',
  );
  expect(fault?.repair).toContain("input 'allow-older'");
  expect(fault?.repair).toContain('mode: rollback');
});

test('a refusal on waking says that it became newer meanwhile', () => {
  const [fault] = ageOf(ages({ before: OTHER })).faults;
  expect(fault?.why).toContain('what is live became newer while this run waited: web:9');
});

test.each([
  ['a re-run', { marker: marker('90', '3') }, 'this is attempt 3 of run 90'],
  ['allow-older', { allowed: true }, 'allow-older is set'],
])('%s says what it goes back from', (_name, more, says) => {
  const [warning] = ageOf(ages(more)).warnings;
  expect(warning).toContain('goes back: production runs web:9 of deployment d-LIVE00001, started by run 100');
  expect(warning).toContain(says);
});

test('the text of a user who was let into a description stays on one line', () => {
  const [fault] = ageOf(ages({ live: live('100', '\n::set-output name=result::succeeded') })).faults;
  expect(fault?.why).not.toContain('\n');
});

describe('a deployment in progress of a later run is let go on', () => {
  test.each<[string, string, string, boolean, boolean]>([
    ['of the same repository', marker('100'), marker('90'), false, true],
    ['but not of an earlier run', marker('80'), marker('90'), false, false],
    ['but not of this run', marker('90'), marker('90', '1'), false, false],
    ['but not of another repository', marker('100', '1', 'octo/other'), marker('90'), false, false],
    ['but not where nobody knows whose it is', 'a pipeline’s', marker('90'), false, false],
    ['but not by a re-run', marker('100'), marker('90', '2'), false, false],
    ['but not with allow-older', marker('100'), marker('90'), true, false],
  ])('%s', (_name, other, own, allowed, expected) => {
    expect(givesPrecedence(`${other} web:1 → web:2`, own, allowed)).toBe(expected);
  });
});
