/** Stop, follow, deploy or leave: by what is in progress and where it is to lead. */
import { describe, expect, test } from '@jest/globals';
import { unseen } from '../../src/engine/engine.ts';
import { choosePrevious, chooseRevision, type Standing } from '../../src/rollback/choose.ts';
import { type Revision, type Running } from '../../src/rollback/running.ts';
import { returned } from '../../src/rollback/verdict.ts';
import { type Stage } from '../../src/watch/stage.ts';

const revision = (number: number): Revision => ({
  name: `web:${number}`,
  arn: `arn:aws:ecs:x:1:task-definition/web:${number}`,
});
const [nine, ten, twelve] = [revision(9), revision(10), revision(12)];

/** d-1 brings web:12 in place of web:10. */
function running(stage: Stage, more: Partial<Running> = {}): Running {
  const none = { byCodeDeploy: false, described: null, description: '', config: null };
  return { seen: unseen('d-1'), stage, ...none, blue: ten, green: twelve, ...more };
}

const rollback = { kind: 'rollback', from: 'web:10', to: 'web:12', commit: null, actor: null } as const;

function standing(at: Running | null, more: Partial<Standing> = {}): Standing {
  const live = at === null || at.stage === 'terminating' || at.stage === 'finishing' ? twelve : ten;
  return { live, running: at, ownWork: null, placeholder: false, ...more };
}

const BEFORE: readonly Stage[] = ['starting', 'installing', 'ready', 'shifting'];

/** `stop web:10`, `deploy after finish`, … */
function brief(way: ReturnType<typeof choosePrevious>): string {
  if (way.kind === 'deploy') return way.first === null ? 'deploy' : `deploy after ${way.first.how}`;
  return `${way.kind} ${way.to.name}`;
}

describe('previous', () => {
  test.each<[string, Standing, string]>([
    ['nothing in progress', standing(null), 'deploy'],
    ...BEFORE.map((stage): [string, Standing, string] => [stage, standing(running(stage)), 'stop web:10']),
    ['the checks after the shift', standing(running('finishing')), 'stop web:10'],
    ['the termination wait', standing(running('terminating')), 'stop web:10'],
    ['its original is gone', standing(running('terminating', { blue: null })), 'deploy after wait'],
    ['its original is the placeholder', standing(running('terminating'), { placeholder: true }), 'deploy after finish'],
    ['a rollback by CodeDeploy', standing(running('shifting', { byCodeDeploy: true })), 'follow web:10'],
    ['a rollback of ours, before its shift', standing(running('installing', { described: rollback })), 'follow web:12'],
    ['a rollback of ours, after it', standing(running('terminating', { described: rollback })), 'deploy after finish'],
    [
      'done by an earlier attempt',
      standing(running('terminating', { described: rollback }), { ownWork: 'was brought back' }),
      'there web:12',
    ],
    ['done by one, and finished', standing(null, { ownWork: 'was brought back' }), 'there web:12'],
  ])('%s', (_, at, expected) => {
    expect(brief(choosePrevious(at))).toBe(expected);
  });
});

describe('a revision', () => {
  test.each<[string, Revision, Standing, string]>([
    ['another, nothing in progress', ten, standing(null), 'deploy'],
    ['the live one', twelve, standing(null), 'there web:12'],
    ...BEFORE.flatMap((stage): [string, Revision, Standing, string][] => [
      [`${stage}: the original’s`, ten, standing(running(stage)), 'stop web:10'],
      [`${stage}: what is coming`, twelve, standing(running(stage)), 'follow web:12'],
      [`${stage}: another`, nine, standing(running(stage)), 'deploy after stop'],
    ]),
    ['the checks after the shift: the original’s', ten, standing(running('finishing')), 'stop web:10'],
    ['the checks after the shift: another', nine, standing(running('finishing')), 'deploy after finish'],
    ['the termination wait: the original’s', ten, standing(running('terminating')), 'stop web:10'],
    ['the termination wait: the live one', twelve, standing(running('terminating')), 'there web:12'],
    ['the termination wait: another', nine, standing(running('terminating')), 'deploy after finish'],
    ['the original is gone', ten, standing(running('terminating', { blue: null })), 'deploy after wait'],
    [
      'a rollback by CodeDeploy leads there',
      ten,
      standing(running('shifting', { byCodeDeploy: true })),
      'follow web:10',
    ],
    [
      'a rollback by CodeDeploy leads elsewhere',
      nine,
      standing(running('shifting', { byCodeDeploy: true })),
      'deploy after wait',
    ],
  ])('%s', (_, asked, at, expected) => {
    expect(brief(chooseRevision(asked, at))).toBe(expected);
  });
});

describe('what a stop came to', () => {
  const last = { ...unseen('d-1'), status: 'Stopped', rawStatus: 'Stopped' } as const;
  const stopped = (status: 'Succeeded' | 'Failed' | 'InProgress' | null): Parameters<typeof returned>[1] => ({
    kind: 'stopped',
    last,
    rollback: status === null ? null : { id: 'd-2', status },
  });
  test.each<[string, Parameters<typeof returned>[1], string | null, string]>([
    ['production is there', stopped('Succeeded'), ten.arn, 'succeeded'],
    ['before there was a replacement', stopped(null), ten.arn, 'succeeded'],
    ['production could not be read, CodeDeploy says so', stopped('Succeeded'), null, 'succeeded'],
    ['production could not be read, nobody says so', stopped(null), null, 'failed'],
    ['production is elsewhere', stopped('Succeeded'), twelve.arn, 'failed'],
    ['the rollback failed', stopped('Failed'), ten.arn, 'failed'],
    ['the rollback goes on', stopped('InProgress'), null, 'timed-out'],
    ['the stop goes on', { kind: 'timed-out', last, limitMs: 600_000 }, null, 'timed-out'],
    ['cancelled', { kind: 'interrupted', last }, null, 'interrupted'],
  ])('%s', (_, end, primary, expected) => {
    expect(returned('d-1', end, primary, ten).result).toBe(expected);
  });
});
