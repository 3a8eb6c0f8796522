import { describe, expect, test } from '@jest/globals';
import { type Outcome } from '../../src/events.ts';
import { reportOutcome } from '../../src/report/outcome.ts';
import { recordedRun, type RecordedRun } from '../recorded.ts';
import { LIVE } from '../target/fake-aws.ts';
import { FakeClock } from '../watch/fake-clock.ts';

const ID = 'd-ABCDEFGHI';
const LINK = `https://console.aws.amazon.com/codesuite/codedeploy/deployments/${ID}?region=eu-west-1`;

async function reported(outcome: Outcome, deployed = true, run = recordedRun()): Promise<RecordedRun> {
  const clock = new FakeClock();
  const to = LIVE.replace(/12$/, '13');
  const where = { cluster: 'shop', service: 'web', url: 'http://shop-123.eu-west-1.elb.amazonaws.com' };
  const facts = { ...where, from: LIVE, to, image: null, runAt: clock.now() - 90_000 };
  const started = deployed ? { id: ID, region: 'eu-west-1', events: [] } : {};
  expect(await reportOutcome(outcome, { ...facts, ...started }, { clock, log: run.log, runner: run.runner })).toBe(
    outcome,
  );
  return run;
}

describe('result, annotation and whether the deployment has ended', () => {
  test.each<[Outcome, 'info' | 'error', string | undefined]>([
    [{ result: 'succeeded', note: 'web:13 takes the production traffic' }, 'info', 'reported'],
    [{ result: 'started', note: 'not waited for' }, 'info', 'reported'],
    [{ result: 'rolled-back', cause: 'rolled back', rollbackId: 'd-BACK00001' }, 'error', 'reported'],
    [{ result: 'failed', cause: 'no task got healthy' }, 'error', 'reported'],
    [{ result: 'stopped', cause: 'stopped' }, 'error', 'reported'],
    [{ result: 'timed-out', cause: 'no longer waited for' }, 'error', 'reported'],
    [{ result: 'interrupted', cause: 'the run was cancelled' }, 'error', undefined],
  ])('$result', async (outcome, kind, ended) => {
    const run = await reported(outcome);
    expect(run.outputs).toEqual({ result: outcome.result });
    expect(run.lines).toHaveLength(1);
    expect(run.of(kind)).toHaveLength(1);
    expect(run.state['ended']).toBe(ended);
    expect(run.summaries).toHaveLength(1);
  });
});

test.each([
  ['the run was cancelled', /^The run was cancelled\. /],
  ['deployment d-1 is Stopped', /^Deployment d-1 is Stopped\. /],
  ['web:2 cannot start', /^web:2 cannot start\. /],
])('a clause becomes a sentence, a name stays as it is: %s', async (cause, expected) => {
  const run = await reported({ result: 'failed', cause });
  expect(run.of('error')).toEqual([expect.stringMatching(expected)]);
});

describe('a rollback that still runs', () => {
  const outcome = {
    result: 'rolled-back',
    cause: 'not finished',
    rollbackId: 'd-BACK00001',
    unfinished: true,
  } as const;
  const facts = { cluster: 'shop', service: 'web', url: null, from: LIVE, to: LIVE, image: null, runAt: 0 };

  test.each([
    ['is followed by post where the run was cancelled meanwhile', AbortSignal.abort(), undefined],
    ['is told, and that is all, where it was not', new AbortController().signal, 'reported'],
  ])('%s', async (_words, signal, ended) => {
    const run = recordedRun();
    await reportOutcome(outcome, facts, { clock: new FakeClock(), log: run.log, runner: run.runner, signal });
    expect(run.state['ended']).toBe(ended);
  });
});

describe('the annotation', () => {
  test('of a failure ends in one full stop, then the deployment and its link', async () => {
    for (const cause of ['no task got healthy', 'no task got healthy.']) {
      const run = await reported({ result: 'failed', cause });
      expect(run.of('error')).toEqual([`no task got healthy. Deployment ${ID}: ${LINK}`]);
    }
  });

  test('where nothing was deployed there is no link', async () => {
    const run = await reported({ result: 'succeeded', note: 'nothing was deployed.' }, false);
    expect(run.of('info')).toEqual(['nothing was deployed.']);
  });
});

describe('the summary', () => {
  test('tells service, revisions, deployment and time', async () => {
    const [text = ''] = (await reported({ result: 'succeeded', note: 'done' })).summaries;
    for (const part of ['web in shop', 'web:12', 'web:13', ID, LINK, '90 s']) expect(text).toContain(part);
  });

  test('that cannot be written changes nothing about the verdict', async () => {
    const run = recordedRun();
    const runner = { ...run.runner, addSummary: () => Promise.reject(new Error('ENOSPC: no space left')) };
    const after = await reported({ result: 'succeeded', note: 'done' }, true, { ...run, runner });
    expect(after.outputs).toEqual({ result: 'succeeded' });
    expect(after.of('warning')).toEqual(['The job summary could not be written: ENOSPC: no space left']);
  });
});
