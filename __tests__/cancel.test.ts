/** A cancelled run: what it does in the seconds that the runner leaves, and what it leaves to post. */
import { describe, expect, test } from '@jest/globals';
import { cancel } from '../src/cancel.ts';
import { type Outcome } from '../src/events.ts';
import { type StopPolicy } from '../src/inputs/types.ts';
import { Interruption } from '../src/ports/signals.ts';
import {
  CONTROL,
  ID,
  INSTALLING,
  type Played,
  SHIFTED,
  SHIFTING,
  stopRig,
  type StopRig,
  SUCCEEDED,
} from './stop-rig.ts';
import { failure } from './target/fake-aws.ts';

interface Cancelled extends StopRig {
  readonly outcome: Outcome;
  readonly tookMs: number;
}

/** `lateMs`: how long before the cancel comes here the signal came. */
async function cancelled(played: Played, onCancel: StopPolicy = 'rollback', lateMs = 0): Promise<Cancelled> {
  const controller = new AbortController();
  const rig = await stopRig({ control: { ...CONTROL, onCancel }, ...played, signal: controller.signal });
  const begun = rig.clock.now();
  controller.abort(new Interruption('the run was cancelled (SIGINT)', begun - lateMs));
  const outcome = await rig.clock.run(cancel(rig.started, rig.ports, null));
  return { ...rig, outcome, tookMs: rig.clock.now() - begun };
}

const never = new Promise<never>(() => undefined);
const denied = failure('codedeploy', 'StopDeployment', ID, 'AccessDeniedException');

describe('stopped once, and followed by post', () => {
  test.each<[string, Played, StopPolicy]>([
    ['while it installs', { seen: [INSTALLING] }, 'rollback'],
    ['in the shift', { seen: [SHIFTING] }, 'rollback'],
    ['in the termination wait, with rollback-always', { seen: [SHIFTED] }, 'rollback-always'],
    ['though it cannot be seen, with rollback-always', { seen: [never] }, 'rollback-always'],
  ])('%s', async (_, played, policy) => {
    const { outcome, calls, run } = await cancelled(played, policy);
    expect(outcome).toEqual({
      result: 'interrupted',
      cause: expect.stringMatching(/SIGINT.*is stopped with rollback/),
    });
    expect(calls).toEqual([`observe ${ID}`, `stop ${ID}`]);
    expect(run.state).toEqual({ stopped: 'true' });
  });
});

describe('left for good, so that post has nothing to do', () => {
  test.each<[string, Played, StopPolicy, RegExp]>([
    ['leave', {}, 'leave', /goes on by itself \(on-cancel: leave\)/],
    [
      'a mode that stops nothing',
      { control: null },
      'rollback',
      /in mode rollback or wait does not stop what it follows/,
    ],
    [
      'a rollback by CodeDeploy',
      { seen: [{ ...SHIFTING, creator: 'codeDeployRollback' }] },
      'rollback-always',
      /never stopped/,
    ],
    ['production is wholly on it', { seen: [SHIFTED] }, 'rollback', /the release stays/],
  ])('%s', async (_, played, policy, told) => {
    const { outcome, calls, run } = await cancelled(played, policy);
    expect(outcome).toEqual({ result: 'interrupted', cause: expect.stringMatching(told) });
    expect(calls).not.toContain(`stop ${ID}`);
    expect(run.state).toEqual({ ended: 'reported' });
  });

  test('a release that stays is said loudly', async () => {
    const { run } = await cancelled({ seen: [SHIFTED] });
    expect(run.of('warning')).toEqual([
      expect.stringMatching(/nothing is taken back.*web:13 takes all production traffic/),
    ]);
  });
});

describe('left to post, which has more time', () => {
  test.each<[string, Played, RegExp]>([
    ['AWS does not answer the look', { seen: [never] }, /could not be looked at \(AWS did not answer in time\)/],
    ['the look fails', { seen: [failure('x', 'y', ID, 'ExpiredToken')] }, /could not be looked at .*ExpiredToken/],
    ['AWS does not answer the stop', { stop: never }, /could not be stopped yet \(AWS did not answer in time\)/],
    ['the stop is refused', { stop: denied }, /could not be stopped yet .*AccessDenied/],
    ['it has ended', { seen: [SUCCEEDED] }, /had ended by then/],
    ['it ends before the stop', { stop: 'over' }, /had ended before it could be stopped/],
  ])('%s', async (_, played, told) => {
    const { outcome, run } = await cancelled(played);
    expect(outcome).toEqual({ result: 'interrupted', cause: expect.stringMatching(told) });
    expect(run.state).toEqual({});
  });
});

test.each<[string, number]>([
  ['right after the signal', 0],
  ['after a start that took its time', 2_000],
])('all of AWS hanging, it is out within 5.5 s of the signal: %s', async (_, lateMs) => {
  const { tookMs } = await cancelled({ seen: [never], stop: never }, 'rollback-always', lateMs);
  expect(tookMs + lateMs).toBeLessThanOrEqual(5_500);
});

test('a runner that has taken its files away does not keep the stop from being sent', async () => {
  const rig = await stopRig({ signal: AbortSignal.abort(new Interruption('cancelled')) });
  const saveState = (): never => {
    throw new Error('Missing file at path: /gone');
  };
  const ports = { ...rig.ports, runner: { ...rig.ports.runner, saveState } };
  const outcome = await rig.clock.run(cancel(rig.started, ports, null));
  expect([outcome.result, rig.calls.at(-1)]).toEqual(['interrupted', `stop ${ID}`]);
});
