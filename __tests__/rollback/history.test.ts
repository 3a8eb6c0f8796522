/** Which deployment is the previous one: the newest that counts. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { beforeCurrent, type Current, isRetired, newestFirst, pastOf, succeeded } from '../../src/rollback/history.ts';
import { byCodeDeploy, failed, historyOf, info, NOW, stopped } from './pasts.ts';

/** The revisions that count, newest first, for what is live and the deployment that made it. */
function counted(infos: readonly DeploymentInfo[], live: string, id: string | null, at = NOW): readonly string[] {
  const history = historyOf(infos);
  const current: Current = { id, at };
  return beforeCurrent(history, current)
    .map((past) => [past, past.described?.to ?? '?'] as const)
    .filter(([past, revision]) => revision !== live && !isRetired(past, revision, history, current))
    .map(([, revision]) => revision);
}

const nine = info('d-9', 40, 'web:8 → web:9');
const ten = info('d-10', 30, 'web:9 → web:10');
const eleven = info('d-11', 20, 'web:10 → web:11', failed);
const twelve = info('d-12', 10, 'web:10 → web:12');

describe('previous', () => {
  test.each<[string, readonly DeploymentInfo[], string, string | null, readonly string[]]>([
    ['10 ok, 11 failed, 12 current, 13 registered only', [ten, eleven, twelve], 'web:12', 'd-12', ['web:10']],
    ['in whatever order they are listed', [twelve, ten, nine, eleven], 'web:12', 'd-12', ['web:10', 'web:9']],
    [
      'a stopped one, and the rollback that CodeDeploy made of it',
      [ten, info('d-11', 20, 'web:10 → web:11', stopped), info('d-R', 19, '', byCodeDeploy), twelve],
      'web:12',
      'd-12',
      ['web:10'],
    ],
    [
      'after one rollback: one further back, not the bad one',
      [nine, ten, twelve, info('d-R1', 5, 'web:12 ↩ web:10')],
      'web:10',
      'd-R1',
      ['web:9'],
    ],
    [
      'after two: further still',
      [
        info('d-8', 50, 'web:7 → web:8'),
        nine,
        ten,
        twelve,
        info('d-R1', 5, 'web:12 ↩ web:10'),
        info('d-R2', 4, 'web:10 ↩ web:9'),
      ],
      'web:9',
      'd-R2',
      ['web:8'],
    ],
    [
      'what was rolled back to counts for the one that came after',
      [nine, ten, twelve, info('d-R1', 5, 'web:12 ↩ web:10'), info('d-13', 3, 'web:10 → web:13')],
      'web:13',
      'd-13',
      ['web:10', 'web:10', 'web:9'],
    ],
    [
      'a bad one that was deployed again and held counts again',
      [
        ten,
        twelve,
        info('d-R1', 5, 'web:12 ↩ web:10'),
        info('d-12b', 4, 'web:10 → web:12'),
        info('d-13', 3, 'web:12 → web:13'),
      ],
      'web:13',
      'd-13',
      ['web:12', 'web:10', 'web:10'],
    ],
    [
      'a rollback that failed retires nothing',
      [ten, twelve, info('d-R1', 5, 'web:12 ↩ web:10', failed), info('d-13', 3, 'web:12 → web:13')],
      'web:13',
      'd-13',
      ['web:12', 'web:10'],
    ],
    [
      'a rollback in its termination wait retires what it left',
      [nine, ten, twelve, info('d-R1', 5, 'web:12 ↩ web:10', { status: 'InProgress' })],
      'web:10',
      'd-R1',
      ['web:9'],
    ],
    [
      'the same revision deployed twice is not its own previous one',
      [ten, info('d-10b', 9, 'web:10 → web:10')],
      'web:10',
      'd-10b',
      [],
    ],
    ['another tool’s deployment is asked for its AppSpec', [info('d-1', 9, 'by hand'), twelve], 'web:12', 'd-12', []],
  ])('%s', (_, infos, live, id, expected) => {
    expect(counted(infos, live, id)).toEqual(expected);
    expect(counted(infos.toReversed(), live, id)).toEqual(expected);
  });

  test('what came after the current one does not count, whether CodeDeploy still knows that or not', () => {
    const later = info('d-13', 1, 'web:12 → web:13');
    expect(counted([ten, twelve, later], 'web:12', 'd-12')).toEqual(['web:10']);
    const made = NOW - 10 * 24 * 60 * 60_000;
    expect(counted([ten, later], 'web:12', 'd-12', made)).toEqual(['web:10']);
    expect(counted([ten, later], 'web:12', null, made)).toEqual(['web:10']);
  });
});

describe('order', () => {
  test('of two that were created at once, the one that ended later is the newer', () => {
    const early = info('d-A', 5, 'web:1 → web:2', { completeTime: new Date(NOW) });
    const late = info('d-B', 5, 'web:2 → web:3', { completeTime: new Date(NOW + 1) });
    const open = info('d-C', 5, 'web:3 → web:4', { status: 'InProgress' });
    delete open.completeTime;
    for (const infos of [
      [early, late, open],
      [open, late, early],
    ]) {
      expect(historyOf(infos).map(({ id }) => id)).toEqual(['d-C', 'd-B', 'd-A']);
    }
  });

  test('and where they ended at once as well, it is the same whatever the list’s order', () => {
    const infos = ['d-B', 'd-A', 'd-C'].map((id) => info(id, 5, 'web:1 → web:2'));
    expect(historyOf(infos)).toEqual(historyOf(infos.toReversed()));
  });

  test('a deployment without id or time is none', () => {
    expect([{ status: 'Succeeded' } as const, { deploymentId: 'd-1' }].flatMap(pastOf)).toEqual([]);
    expect(succeeded(newestFirst([]))).toEqual([]);
  });
});
