/** Giving up on a deployment: stopped with rollback, or left with a reason; judged by what comes of it. */
import { describe, expect, test } from '@jest/globals';
import { type Outcome } from '../src/events.ts';
import { giveUp, type Reason } from '../src/give-up.ts';
import { type StopPolicy } from '../src/inputs/types.ts';
import {
  ASKED,
  BACK,
  CHECKING,
  ID,
  INSTALLING,
  type Played,
  READY,
  SHIFTED,
  SHIFTING,
  STOPPED,
  type StopRig,
  stopRig,
  SUCCEEDED,
} from './stop-rig.ts';
import { failure, LIVE } from './target/fake-aws.ts';

const LATE: Reason = { kind: 'timed-out', cause: 'too late' };
const SMOKE: Reason = { kind: 'smoke-test', cause: 'the smoke test failed' };
const TASKS: Reason = { kind: 'task-failures', cause: '3 tasks stopped' };

type Given = Played & { readonly reason?: Reason; readonly policy?: StopPolicy };

async function givenUp(given: Given): Promise<StopRig & { readonly outcome: Outcome; readonly stops: number }> {
  const rig = await stopRig(given);
  const { started, ports, clock } = rig;
  const outcome = await clock.run(giveUp(started, ports, given.reason ?? LATE, null, given.policy ?? 'rollback'));
  return { ...rig, outcome, stops: rig.calls.filter((call) => call === `stop ${ID}`).length };
}

describe('stopped once, and rolled back with its own cause', () => {
  test.each<[string, Given]>([
    ['while it installs', { seen: [INSTALLING] }],
    ['where it waits to be continued', { seen: [READY], reason: SMOKE }],
    ['in the shift', { seen: [SHIFTING] }],
    ['while the checks after the shift run', { seen: [CHECKING] }],
    [
      'in the termination wait, with rollback-always',
      { seen: [SHIFTED], policy: 'rollback-always', until: 'completed' },
    ],
    [
      'though it cannot be seen, with rollback-always',
      { seen: [failure('x', 'y', ID, 'AccessDenied')], policy: 'rollback-always' },
    ],
  ])('%s', async (_, given) => {
    const { outcome, stops } = await givenUp(given);
    const { cause } = given.reason ?? LATE;
    expect(outcome).toEqual({
      result: 'rolled-back',
      cause: expect.stringMatching(`^${cause}; rolled back by`),
      rollbackId: BACK,
    });
    expect(stops).toBe(1);
  });

  test('a shift that came to its end between look and stop is said', async () => {
    const { outcome } = await givenUp({ seen: [SHIFTING], stopped: [{ ...SHIFTED, ...STOPPED }] });
    expect(outcome).toMatchObject({ result: 'rolled-back', cause: expect.stringContaining('had come to its end') });
  });

  test('production that still runs the new revision after the rollback is a failure', async () => {
    const { outcome } = await givenUp({ runs: [ASKED] });
    expect(outcome).toMatchObject({ result: 'failed', cause: expect.stringContaining('still runs web:13') });
  });

  test('a replacement that was late for a known cause: it is told with its repair', async () => {
    const task = { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: not found' } as const;
    const { outcome, run } = await givenUp({
      stoppedTasks: [{ ...task, startedBy: 'green', taskDefinitionArn: ASKED }],
    });
    expect(outcome).toMatchObject({
      cause: expect.stringMatching(/^too late \(.*CannotPull.* → the image or its tag/),
    });
    expect(run.of('group')).toEqual(['What is known of the replacement']);
  });

  test('ECS that lags behind the rollback is looked at again', async () => {
    expect((await givenUp({ runs: [ASKED, LIVE] })).outcome.result).toBe('rolled-back');
  });
});

describe('left, and red', () => {
  test.each<[string, Given, string, RegExp]>([
    ['leave', { policy: 'leave' }, 'timed-out', /^too late; it goes on by itself \(on-timeout: leave\)$/],
    [
      'a rollback',
      { control: null, policy: 'rollback-always' },
      'timed-out',
      /in mode rollback or wait does not stop what it follows/,
    ],
    [
      'a rollback by CodeDeploy',
      { seen: [{ ...SHIFTING, creator: 'codeDeployRollback' }], policy: 'rollback-always' },
      'timed-out',
      /a rollback that CodeDeploy started/,
    ],
    ['shifted, in the termination wait', { seen: [SHIFTED], until: 'completed' }, 'timed-out', /the release stays/],
    ['shifted, a smoke test that failed', { seen: [SHIFTED], reason: SMOKE }, 'failed', /the release stays/],
    [
      'cannot be seen',
      { seen: [failure('x', 'y', ID, 'ExpiredToken')] },
      'timed-out',
      /could not be seen .*goes on by itself/,
    ],
    ['does not answer', { seen: [failure('x', 'y', ID, 'ThrottlingException')] }, 'timed-out', /could not be seen/],
  ])('%s', async (_, given, result, cause) => {
    const { outcome, stops } = await givenUp(given);
    expect(outcome).toEqual({ result, cause: expect.stringMatching(cause) });
    expect(stops).toBe(0);
  });

  test('a release that stays is said loudly', async () => {
    const { run } = await givenUp({ seen: [SHIFTED], until: 'completed' });
    expect(run.of('warning')).toEqual([
      expect.stringMatching(/web:13 takes all production traffic.*the release stays/),
    ]);
  });

  test('a stop that is denied names the statement to add', async () => {
    const { outcome } = await givenUp({ stop: failure('codedeploy', 'StopDeployment', ID, 'AccessDeniedException') });
    expect(outcome).toMatchObject({
      result: 'timed-out',
      cause: expect.stringMatching(/could not be stopped.*"codedeploy:StopDeployment"/),
    });
  });
});

describe('what came to its end meanwhile', () => {
  test.each<[string, Given, string]>([
    ['shifted, as was asked for', { seen: [SHIFTED], runs: [ASKED] }, 'succeeded'],
    ['shifted, though tasks failed', { seen: [SHIFTED], runs: [ASKED], reason: TASKS }, 'succeeded'],
    ['ready, as was asked for', { seen: [READY], until: 'test-ready' }, 'started'],
    ['succeeded', { seen: [SUCCEEDED], runs: [ASKED], until: 'completed' }, 'succeeded'],
    ['succeeded between look and stop', { seen: [CHECKING, SUCCEEDED], stop: 'over', runs: [ASKED] }, 'succeeded'],
    ['succeeded though its smoke test failed', { seen: [SUCCEEDED], runs: [ASKED], reason: SMOKE }, 'failed'],
    [
      'failed by itself',
      { seen: [{ status: 'Failed', rawStatus: 'Failed', error: { code: 'TIMEOUT', message: 'x' } }] },
      'failed',
    ],
  ])('%s', async (_, given, result) => {
    expect((await givenUp(given)).outcome.result).toBe(result);
  });
});
