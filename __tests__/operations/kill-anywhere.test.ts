/** A run that is killed at any of its calls to AWS: the next run ends in the same state, and nothing is done twice. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Deployment } from '../../sandbox/world/codedeploy.ts';
import { type StackOptions } from '../../scripts/rehearsal/stack.ts';
import { errorsOf, LIMIT_MS, putImage, type Rig, withRig } from '../e2e/rig.ts';
import { deployEarlier, imageOf, until } from './account.ts';
import { dockerStandIn } from './docker.ts';
import { type Pace, SLOW_STEPS, startPace } from './pace.ts';
import { type RunOptions, startRun } from './runs.ts';
import { deploymentOf } from './stages.ts';

/** A kind of run, and what is there when it has come to its end, however often it was begun. */
interface Story {
  readonly inputs: Readonly<Record<string, string>>;
  readonly stack?: Partial<StackOptions>;
  /** Images that were deployed before, by earlier runs. */
  readonly history?: readonly string[];
  /** A deployment that is released when the run comes, and whose old tasks are still there. */
  readonly released?: true;
  /** What production runs in the end: `built`, the image that is built, or one of the history. */
  readonly ends: string;
  /** Deployments beside those of the history; task definitions at most, with one that nobody uses. */
  readonly deployments: number;
  readonly revisions: number;
  readonly nexts: readonly (keyof typeof NEXT_RUNS)[];
  /** The calls at which it is killed: all, or those from its first write on (what it reads before, it shares with others). */
  readonly calls: 'all' | 'from the first write';
}

const NEXT_RUNS = {
  'the next attempt of the run': { GITHUB_RUN_ATTEMPT: '2' },
  'another run': { GITHUB_RUN_ID: '7000000002' },
} as const;

const WHEN = { 'before it is carried out': 'stalled', 'before its answer arrives': 'held' } as const;

const BUILDS = { repository: 'shop-web' };

const STORIES: Readonly<Record<string, Story>> = {
  'a deployment': {
    inputs: BUILDS,
    ends: 'built',
    deployments: 1,
    revisions: 3,
    nexts: ['the next attempt of the run', 'another run'],
    calls: 'all',
  },
  // Another run finds a deployment that waits for a word, which is not its own to give.
  'a deployment with a gate': {
    inputs: { ...BUILDS, 'smoke-test': 'true' },
    stack: { readyWaitMinutes: 60 },
    ends: 'built',
    deployments: 1,
    revisions: 3,
    nexts: ['the next attempt of the run'],
    calls: 'from the first write',
  },
  // Another run that rolls back goes one further back, as it should.
  'a rollback': {
    inputs: { mode: 'rollback' },
    history: ['earlier', 'before'],
    ends: 'earlier',
    deployments: 1,
    revisions: 3,
    nexts: ['the next attempt of the run'],
    calls: 'from the first write',
  },
  'a rollback while the old tasks are there': {
    inputs: { mode: 'rollback' },
    history: ['earlier', 'before'],
    released: true,
    ends: 'before',
    // The rollback by CodeDeploy.
    deployments: 1,
    revisions: 4,
    nexts: ['the next attempt of the run'],
    calls: 'from the first write',
  },
  'a deployment after a task': {
    inputs: { ...BUILDS, 'run-task': 'true' },
    ends: 'built',
    deployments: 1,
    revisions: 3,
    nexts: ['the next attempt of the run'],
    calls: 'from the first write',
  },
};

const RELEASED_RUN = '6900000000';

interface Shop {
  readonly rig: Rig;
  readonly run: (options?: RunOptions) => ReturnType<typeof startRun>;
  /** Of the image that is to be in production. */
  readonly digest: string;
}

async function withShop<T>(story: Story, work: (shop: Shop) => Promise<T>): Promise<T> {
  const pace = startPace();
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  try {
    const stack = { terminationWaitMinutes: 1, ...story.stack };
    return await withRig({ clock: pace.clock, stack, files: { Dockerfile: 'FROM scratch\n' } }, async (rig) => {
      for (const [index, image] of (story.history ?? []).entries())
        await deployEarlier(rig, imageOf(image), `600000000${index}`);
      if (story.released === true) await release(rig, pace);
      const built = await putImage(rig, 'built');
      const docker = await dockerStandIn(folder, built);
      await docker.letBuild();
      await rig.forget();
      pace.setSteps(SLOW_STEPS);
      const digest = story.ends === 'built' ? built : (imageOf(story.ends).split('@')[1] ?? '');
      const run: Shop['run'] = ({ env, ...options } = {}) =>
        startRun(rig, story.inputs, { ...options, env: { ...docker.env, ...env } });
      return work({ rig, run, digest });
    });
  } finally {
    pace.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function release(rig: Rig, pace: Pace): Promise<void> {
  const { deployments } = rig.sandbox.world.codedeploy;
  const own = (): Deployment | undefined => deploymentOf(deployments.values(), RELEASED_RUN);
  pace.standWhile(() => own()?.phase === 'TerminationWait');
  const inputs = { image: imageOf('first'), 'wait-for': 'none' };
  await startRun(rig, inputs, { env: { GITHUB_RUN_ID: RELEASED_RUN } }).result;
  await until('the release', () => own()?.phase === 'TerminationWait');
}

/** Which call: the `nth` (from 0) of an operation in one run. */
interface Place {
  readonly operation: string;
  readonly nth: number;
}

/** The watch looks at a deployment again and again: its later looks are like its second. */
const MOST_OF_ONE = 2;

const READS = /^(?:Describe|Get|List|BatchGet)/;

/** The calls of a run that nobody disturbs, in order. */
function recordedCalls(story: Story): Promise<readonly Place[]> {
  return withShop(story, async ({ rig, run }) => {
    const { exitCode, output } = await run().result;
    if (exitCode !== 0) throw new Error(`The recorded run is not green:\n${output}`);
    const counts = new Map<string, number>();
    const places = (await rig.calls()).map((operation) => {
      const nth = counts.get(operation) ?? 0;
      counts.set(operation, nth + 1);
      return { operation, nth };
    });
    const from = story.calls === 'all' ? 0 : places.findIndex(({ operation }) => !READS.test(operation));
    return places.slice(from).filter(({ operation }, index, all) => {
      const before = all.slice(0, index).filter((each) => each.operation === operation);
      return before.length < MOST_OF_ONE;
    });
  });
}

interface Case extends Place {
  readonly when: string;
  readonly kind: 'stalled' | 'held';
  readonly next: keyof typeof NEXT_RUNS;
}

async function casesOf(story: Story): Promise<readonly Case[]> {
  const places = await recordedCalls(story);
  return Object.entries(WHEN).flatMap(([when, kind]) =>
    story.nexts.flatMap((next) => places.map((place) => ({ ...place, when, kind, next }))),
  );
}

async function converges(story: Story, { operation, nth, kind, next }: Case): Promise<void> {
  await withShop(story, async ({ rig, run, digest }) => {
    const { codedeploy, ecs } = rig.sandbox.world;
    const before = codedeploy.deployments.size;
    await rig.fault({ operation, kind, after: nth, times: 1 });
    const killed = run({ post: false });
    await Promise.race([rig.faultMet(), endedBefore(killed.result)]);
    killed.signal('SIGKILL');
    await killed.mainEnded;
    await fetch(`${rig.url}/_sandbox/faults`, { method: 'DELETE' });
    const { exitCode, output, outputs } = await run({ env: NEXT_RUNS[next] }).result;
    expect([exitCode, errorsOf(output), outputs['result']]).toEqual([0, '', 'succeeded']);
    await settled(rig);
    const { image, traffic, targetGroup } = await rig.live();
    expect([image.split('@')[1], traffic[targetGroup]]).toEqual([digest, 100]);
    expect(codedeploy.deployments.size - before).toBe(story.deployments);
    expect(ecs.taskDefinitions.size).toBeLessThanOrEqual(story.revisions);
    // A task before the deployment did its work once.
    expect([...ecs.tasks.values()].filter(({ serviceArn }) => serviceArn === null).length).toBeLessThanOrEqual(1);
  });
}

async function endedBefore(result: Promise<{ readonly output: string }>): Promise<never> {
  const { output } = await result;
  throw new Error(`The run ended before the call was made:\n${output}`);
}

const settled = ({ sandbox }: Rig): Promise<void> =>
  until('the end of the deployment', () =>
    [...sandbox.world.codedeploy.deployments.values()].every(({ completedAt }) => completedAt !== null),
  );

for (const [name, story] of Object.entries(STORIES)) {
  const cases = await casesOf(story);
  describe(name, () => {
    test('is recorded: it starts or stops a deployment and looks at it', () => {
      const operations = cases.map(({ operation }) => operation);
      expect(operations).toEqual(expect.arrayContaining(['GetDeployment', 'DescribeServices']));
      expect(operations.filter((name) => name === 'CreateDeployment' || name === 'StopDeployment')).not.toEqual([]);
    });

    test.concurrent.each(cases)(
      'killed at $operation (after $nth of it), $when: $next converges',
      (each) => converges(story, each),
      LIMIT_MS,
    );
  });
}
