/** From a started deployment to the verdict. */
import { describe, expect, test } from '@jest/globals';
import { type Service } from '@aws-sdk/client-ecs';
import { type Engine, type Observation, unseen } from '../src/engine/engine.ts';
import { StepError } from '../src/errors.ts';
import { type WaitFor } from '../src/inputs/types.ts';
import { follow, type Followed, whereabouts } from '../src/follow.ts';
import { AwsCallError } from '../src/ports/aws/error.ts';
import { recordedRun, type RecordedRun } from './recorded.ts';
import { failure, fakeAws, inputs, LIVE, primarySet, service, world } from './target/fake-aws.ts';
import { judge } from './target/judge.ts';
import { FakeClock } from './watch/fake-clock.ts';

const ID = 'd-OURS00001';
const ASKED = LIVE.replace(/12$/, '13');

interface Case {
  readonly until?: WaitFor;
  /** What each look shows; the last one stays. */
  readonly seen?: readonly (Partial<Observation> | Error)[];
  /** The revision that runs, by look; the last one stays. An error: cannot be read. */
  readonly runs?: readonly (string | Error)[];
  readonly signal?: AbortSignal;
}

interface Result extends Followed {
  readonly run: RecordedRun;
  /** How often the service was read, and the stopped tasks. */
  readonly services: number;
  readonly tasks: number;
}

async function followed(of: Case, run = recordedRun()): Promise<Result> {
  const judged = await judge(world(), inputs());
  const waiting = { ...judged.waiting, until: of.until ?? 'traffic-shifted' };
  const clock = new FakeClock();
  let [looks, services, tasks] = [0, 0, 0];
  const engine: Engine = {
    start: () => Promise.reject(new Error('it is started')),
    stop: () => Promise.reject(new Error('nothing stops it')),
    promote: () => Promise.reject(new Error('nothing continues it')),
    observe: (id) => {
      const next = (of.seen ?? []).at(Math.min(looks++, (of.seen ?? []).length - 1));
      return next instanceof Error ? Promise.reject(next) : Promise.resolve({ ...unseen(id), ...next });
    },
  };
  const { aws } = fakeAws(world());
  const ecs = {
    ...aws.ecs,
    describeService: (): Promise<Service> => {
      const runs = of.runs ?? [];
      const next = runs.at(Math.min(services++, runs.length - 1)) ?? new Error('not to be read');
      const sets = [primarySet({ taskDefinition: String(next) })];
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(service({ taskSets: sets }));
    },
    stoppedTasks: () => {
      tasks += 1;
      return Promise.resolve([]);
    },
  };
  const signal = of.signal ?? new AbortController().signal;
  const started = {
    id: ID,
    startedAt: clock.now(),
    engine,
    waiting,
    ...whereabouts(judged.target),
    asked: ASKED,
    control: null,
  };
  const done = await clock.run(
    follow(started, { aws: { ...aws, ecs }, clock, log: run.log, runner: run.runner, signal }),
  );
  return { ...done, run, services, tasks };
}

const succeeded = { status: 'Succeeded', rawStatus: 'Succeeded' } as const;
const failed = {
  status: 'Failed',
  rawStatus: 'Failed',
  error: { code: 'HEALTH_CONSTRAINTS', message: 'no task got healthy' },
} as const;

describe('the last look', () => {
  test('is one, where it shows what was asked for', async () => {
    const { outcome, services, tasks } = await followed({ seen: [succeeded], runs: [ASKED] });
    expect([outcome.result, services, tasks]).toEqual(['succeeded', 1, 0]);
  });

  test('is repeated where ECS lags behind CodeDeploy', async () => {
    const { outcome, services } = await followed({ seen: [succeeded], runs: [LIVE, LIVE, ASKED] });
    expect([outcome.result, services]).toEqual(['succeeded', 3]);
  });

  test('decides where it does not come round', async () => {
    const { outcome, services } = await followed({ seen: [succeeded], runs: [LIVE] });
    expect(outcome).toMatchObject({
      result: 'failed',
      cause: expect.stringContaining('production runs web:12, not web:13'),
    });
    expect(services).toBe(3);
  });

  test('that cannot be had is said, and CodeDeploy’s word counts', async () => {
    const denied = failure('ecs', 'DescribeServices', 'shop/web', 'AccessDeniedException');
    const { outcome, run } = await followed({ seen: [succeeded], runs: [denied] });
    expect(outcome).toMatchObject({ result: 'succeeded', note: expect.stringContaining('could not be read') });
    expect(run.of('warning')).toEqual([expect.stringContaining('PRIMARY task set could not be read')]);
  });

  test.each<[WaitFor, Partial<Observation>]>([
    ['none', {}],
    ['test-ready', { status: 'Ready', rawStatus: 'Ready', targetStatus: 'Ready' }],
  ])('is not taken with wait-for: %s, where production has not moved', async (until, seen) => {
    const { outcome, services } = await followed({ until, seen: [seen] });
    expect([outcome.result, services]).toEqual(['started', 0]);
  });
});

describe('a failed deployment', () => {
  test('is diagnosed, in a group of its own', async () => {
    const { outcome, run, tasks } = await followed({ seen: [failed], runs: [LIVE] });
    expect(outcome).toMatchObject({ result: 'failed', cause: expect.stringContaining('HEALTH_CONSTRAINTS') });
    expect(tasks).toBe(1);
    expect(run.of('group')).toEqual(['Why the deployment failed']);
    expect(run.of('info')).toContain('HEALTH_CONSTRAINTS: no task got healthy');
  });

  test('that CodeDeploy takes back names the rollback, also as an output', async () => {
    const rollback = { deploymentId: 'd-BACK00001', message: null };
    const { outcome, run } = await followed({ seen: [{ ...failed, rollback }, succeeded], runs: [LIVE] });
    expect(outcome).toMatchObject({ result: 'rolled-back', rollbackId: 'd-BACK00001' });
    expect(run.outputs).toEqual({ 'rollback-deployment-id': 'd-BACK00001' });
  });

  test('is a failure too where nothing more can be read', async () => {
    const denied = failure('ecs', 'DescribeServices', 'shop/web', 'AccessDeniedException');
    expect((await followed({ seen: [failed], runs: [denied] })).outcome.result).toBe('failed');
  });
});

describe('a deployment that cannot be followed any more', () => {
  const lost = failure('codedeploy', 'GetDeployment', ID, 'ExpiredTokenException', 'expired');

  test('is an error with its id, its link and the repair', async () => {
    const error = await followed({ seen: [lost] }).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StepError);
    expect(String(error)).toMatch(/d-OURS00001 goes on without being watched[^]*role-duration-seconds/);
    expect(String(error)).toContain(
      'https://console.aws.amazon.com/codesuite/codedeploy/deployments/d-OURS00001?region=eu-west-1',
    );
  });

  test('has no result and has not ended: post says that it goes on', async () => {
    const run = recordedRun();
    await expect(followed({ seen: [lost] }, run)).rejects.toThrow();
    expect([run.outputs, run.state]).toEqual([{}, {}]);
  });

  test('a mistake of this program is thrown as it is', async () => {
    await expect(followed({ seen: [new TypeError('a mistake')] })).rejects.toThrow(new TypeError('a mistake'));
  });

  test('one look that is throttled is ridden out', async () => {
    const call = { service: 'codedeploy', operation: 'GetDeployment', on: ID };
    const throttled = new AwsCallError(call, {
      kind: 'throttled',
      code: 'ThrottlingException',
      message: 'Rate exceeded',
    });
    const { outcome, run } = await followed({ seen: [throttled, succeeded], runs: [ASKED] });
    expect(outcome.result).toBe('succeeded');
    expect(run.of('info')[0]).toContain('AWS did not answer');
  });
});

test('a cancelled run leaves the deployment alone and reads nothing more', async () => {
  const { outcome, services, tasks } = await followed({
    seen: [{}],
    signal: AbortSignal.abort(new Error('cancelled')),
  });
  expect([outcome.result, services, tasks]).toEqual(['interrupted', 0, 0]);
});
