/** When failed tasks are looked at, and at how many a deployment is given up. */
import { describe, expect, test } from '@jest/globals';
import { type Task } from '@aws-sdk/client-ecs';
import { type Observation, unseen } from '../../src/engine/engine.ts';
import { countFailures } from '../../src/task-failures/count.ts';
import { failureLimit } from '../../src/task-failures/threshold.ts';
import { recordedRun } from '../recorded.ts';
import { failure } from '../target/fake-aws.ts';
import { FakeClock } from '../watch/fake-clock.ts';

test.each<[number | null, number, number | null]>([
  [null, 1, 3],
  [null, 6, 3],
  [null, 7, 4],
  [null, 401, 200],
  [0, 100, null],
  [1, 100, 1],
  [500, 1, 500],
])('max-task-failures %s with %s desired: %s', (given, desired, limit) => {
  expect(failureLimit(given, desired)).toBe(limit);
});

const SET = { status: 'ACTIVE', desired: 2, running: 0, pending: 2, weight: 0, targetGroup: null };
const green = (more: object): Observation => ({
  ...unseen('d-OURS00001'),
  status: 'InProgress',
  taskSets: [{ ...SET, id: 'ecs-svc/2', color: 'green', ...more }],
});
const task = (id: number, more: Partial<Task> = {}): Task => ({
  taskArn: `arn:aws:ecs:eu-west-1:123456789012:task/shop/${String(id).padStart(32, '0')}`,
  startedBy: 'ecs-svc/2',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'app', exitCode: 1 }],
  ...more,
});

interface Case {
  readonly seen?: Observation | null;
  readonly given?: number | null;
  /** The stopped tasks by look; the last stays. */
  readonly tasks?: readonly (readonly Task[] | Error)[];
  /** When the watch ends. */
  readonly endMs?: number;
}

async function counted(of: Case) {
  const clock = new FakeClock();
  const run = recordedRun();
  const over = new AbortController();
  clock.at(clock.now() + (of.endMs ?? 70_000), () => {
    over.abort();
  });
  const looks: number[] = [];
  const begun = clock.now();
  const list = of.tasks ?? [[]];
  const stoppedTasks = (): Promise<readonly Task[]> => {
    looks.push(clock.now() - begun);
    const next = list[Math.min(looks.length, list.length) - 1] ?? [];
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  const seen = of.seen === undefined ? green({}) : of.seen;
  const cause = await clock.run(
    countFailures({
      ...{ ecs: { stoppedTasks }, clock, log: run.log, cluster: 'shop', service: 'web', given: of.given ?? null },
      ...{ maxDelayMs: 30_000, latest: () => seen, signal: over.signal },
    }),
  );
  return { cause, looks, warnings: run.of('warning') };
}

describe('looked at', () => {
  test('every 15 s while the replacement is not whole', async () => {
    expect((await counted({})).looks).toEqual([15_000, 30_000, 45_000, 60_000]);
  });

  test.each<[string, Case]>([
    ['before the first look at the deployment', { seen: null }],
    ['before there is a replacement', { seen: unseen('d-OURS00001') }],
    ['while all of it runs', { seen: green({ running: 2, pending: 0 }) }],
    ['once production shifts', { seen: green({ weight: 10 }) }],
    ['when the deployment is over', { seen: { ...green({}), status: 'Failed' } }],
    ['with 0', { given: 0 }],
  ])('never %s', async (_, of) => {
    expect(await counted(of)).toEqual({ cause: null, looks: [], warnings: [] });
  });
});

describe('given up', () => {
  test('at the limit, with the reasons counted and a hint', async () => {
    const killed = task(3, { containers: [{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError: killed' }] });
    const { cause, looks } = await counted({ tasks: [[task(1)], [task(1), task(2), killed]] });
    expect(looks).toHaveLength(2);
    expect(cause).toMatch(
      /^3 tasks of the replacement stopped by themselves before the shift \('max-task-failures' is 3\): /,
    );
    expect(cause).toMatch(
      /2 tasks stopped: EssentialContainerExited.*exit code 1\. A task stopped: .*OutOfMemoryError/,
    );
    expect(cause).toMatch(/ → the container ended by itself/);
  });

  test('tasks that ECS does not show any more still count', async () => {
    expect((await counted({ tasks: [[task(1), task(2)], [task(3)]] })).cause).toMatch(/^3 tasks/);
  });

  test.each<[string, readonly Task[]]>([
    ['one task that is seen again and again', [task(1)]],
    ['tasks of the original', [1, 2, 3].map((id) => task(id, { startedBy: 'ecs-svc/1' }))],
    ['tasks that Spot took', [1, 2, 3].map((id) => task(id, { stopCode: 'SpotInterruption' }))],
  ])('not for %s', async (_, tasks) => {
    expect((await counted({ tasks: [tasks] })).cause).toBeNull();
  });
});

describe('tasks that cannot be read', () => {
  test('denied: one warning with the statement to add, then no more', async () => {
    const denied = failure('ecs', 'ListTasks', 'shop/web', 'AccessDeniedException');
    const { looks, warnings, cause } = await counted({ tasks: [denied] });
    expect([looks.length, cause]).toEqual([1, null]);
    expect(warnings).toEqual([expect.stringMatching(/not counted \('max-task-failures'\).*"Action":"ecs:ListTasks"/)]);
  });

  test('throttled: the next look counts', async () => {
    const throttled = failure('ecs', 'ListTasks', 'shop/web', 'ThrottlingException');
    const { cause, warnings } = await counted({ tasks: [throttled, [task(1), task(2), task(3)]] });
    expect([cause, warnings]).toEqual([expect.stringMatching(/^3 tasks/), []]);
  });
});
