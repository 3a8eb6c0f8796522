/** The ends of a watch that are not the deployment's own: failed tasks, a time-out, a cancel. */
import { describe, expect, test } from '@jest/globals';
import { type Task } from '@aws-sdk/client-ecs';
import { follow } from '../src/follow.ts';
import { Interruption } from '../src/ports/signals.ts';
import { BACK, CONTROL, ID, INSTALLING, type Played, stopRig, type StopRig, SUCCEEDED } from './stop-rig.ts';

const GREEN = { id: 'green', color: 'green', status: 'ACTIVE', weight: 0, desired: 2, running: 0, pending: 2 } as const;
const STRUGGLING = { ...INSTALLING, taskSets: [{ ...GREEN, targetGroup: null }] };
const task = (id: number): Task => ({
  ...{ taskArn: `arn:aws:ecs:eu-west-1:123456789012:task/shop/${id}`, startedBy: 'green' },
  ...{ stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: web:nine: not found' },
});
const FAILED = [1, 2, 3].map(task);

async function followed(played: Played, stoppedTasks: () => Promise<readonly Task[]>) {
  const rig = await stopRig(played);
  const { aws } = rig.ports;
  const ports = { ...rig.ports, aws: { ...aws, ecs: { ...aws.ecs, stoppedTasks } } };
  const { outcome } = await rig.clock.run(follow(rig.started, ports));
  return { ...rig, outcome };
}

const stops = ({ calls }: Pick<StopRig, 'calls'>): number => calls.filter((call) => call === `stop ${ID}`).length;

describe('failed tasks', () => {
  test('end the watch: stopped with rollback, with the reasons', async () => {
    const result = await followed({ seen: [STRUGGLING] }, () => Promise.resolve(FAILED));
    expect(result.outcome).toMatchObject({ result: 'rolled-back', rollbackId: BACK });
    expect(result.outcome).toMatchObject({
      cause: expect.stringMatching(/^3 tasks of the replacement.*CannotPull.*→ the image or its tag does not exist/),
    });
    expect(stops(result)).toBe(1);
  });

  // The one look is the diagnosis of what was late.
  test.each<[string, Played, number, string]>([
    ['with max-task-failures: 0', { control: { ...CONTROL, maxTaskFailures: 0 } }, 1, 'rolled-back'],
    ['in a mode that stops nothing', { control: null }, 0, 'timed-out'],
  ])('are not counted %s', async (_, played, asked, end) => {
    let looks = 0;
    const result = await followed({ seen: [STRUGGLING], ...played }, () => {
      looks += 1;
      return Promise.resolve(FAILED);
    });
    expect([looks, result.outcome.result]).toEqual([asked, end]);
  });

  test('that are read too late change nothing', async () => {
    const late = new Promise<readonly Task[]>(() => undefined);
    const seen = [...Array.from({ length: 8 }, () => STRUGGLING), SUCCEEDED];
    const result = await followed({ seen, runs: ['arn:x/web:13'] }, () => late);
    expect(stops(result)).toBe(0);
  });
});

test('a cancel while the end is found out does not wait for AWS', async () => {
  const controller = new AbortController();
  const rig = await stopRig({ seen: [SUCCEEDED], signal: controller.signal });
  const { aws } = rig.ports;
  const describeService = (): Promise<never> => {
    controller.abort(new Interruption('cancelled', rig.clock.now()));
    return new Promise(() => undefined);
  };
  const ports = { ...rig.ports, aws: { ...aws, ecs: { ...aws.ecs, describeService } } };
  const begun = rig.clock.now();
  const { outcome } = await rig.clock.run(follow(rig.started, ports));
  expect(outcome).toMatchObject({ result: 'interrupted', cause: expect.stringContaining('came to its end') });
  expect(rig.clock.now() - begun).toBeLessThanOrEqual(5_500);
  expect(rig.run.state).toEqual({});
});
