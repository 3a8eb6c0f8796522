/** A run that is killed at any of its calls to AWS: the next run ends in the same state, and nothing is done twice. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { errorsOf, LIMIT_MS, putImage, type Rig, withRig } from '../e2e/rig.ts';
import { until } from './account.ts';
import { type DockerStandIn, dockerStandIn } from './docker.ts';
import { SLOW_STEPS, startPace } from './pace.ts';
import { startRun } from './runs.ts';

interface Shop {
  readonly rig: Rig;
  readonly docker: DockerStandIn;
  /** Of the image that is built. */
  readonly digest: string;
}

/** Which call: the `nth` (from 0) of an operation in one run. */
interface Place {
  readonly operation: string;
  readonly nth: number;
}

const INPUTS = { repository: 'shop-web' };

async function withShop<T>(work: (shop: Shop) => Promise<T>): Promise<T> {
  const pace = startPace();
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  try {
    const options = {
      clock: pace.clock,
      stack: { terminationWaitMinutes: 1 },
      files: { Dockerfile: 'FROM scratch\n' },
    };
    return await withRig(options, async (rig) => {
      const digest = await putImage(rig, 'built');
      const docker = await dockerStandIn(folder, digest);
      await docker.letBuild();
      await rig.forget();
      pace.setSteps(SLOW_STEPS);
      return work({ rig, docker, digest });
    });
  } finally {
    pace.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The watch looks at a deployment again and again: its later looks are like its second. */
const MOST_OF_ONE = 2;

/** The calls of a run that nobody disturbs, in order. */
async function recordedCalls(): Promise<readonly Place[]> {
  return withShop(async ({ rig, docker }) => {
    const { exitCode, output } = await startRun(rig, INPUTS, { env: docker.env }).result;
    if (exitCode !== 0) throw new Error(`The recorded run is not green:\n${output}`);
    const counts = new Map<string, number>();
    const places = (await rig.calls()).map((operation) => {
      const nth = counts.get(operation) ?? 0;
      counts.set(operation, nth + 1);
      return { operation, nth };
    });
    return places.filter(({ nth }) => nth < MOST_OF_ONE);
  });
}

const NEXT_RUNS = {
  'the next attempt of the run': { GITHUB_RUN_ATTEMPT: '2' },
  'another run': { GITHUB_RUN_ID: '7000000002' },
} as const;

const WHEN = { 'before it is carried out': 'stalled', 'before its answer arrives': 'held' } as const;

const places = await recordedCalls();

test('the recorded run makes the calls that are known to change something', () => {
  const operations = places.map(({ operation }) => operation);
  expect(operations).toEqual(expect.arrayContaining(['RegisterTaskDefinition', 'CreateDeployment', 'GetDeployment']));
});

describe.each(Object.entries(WHEN))('killed %s', (_words, kind) => {
  describe.each(Object.entries(NEXT_RUNS))('%s converges', (_next, env) => {
    test.concurrent.each(places)(
      '$operation ($nth before it)',
      ({ operation, nth }) =>
        withShop(async ({ rig, docker, digest }) => {
          await rig.fault({ operation, kind, after: nth, times: 1 });
          const killed = startRun(rig, INPUTS, { env: docker.env, post: false });
          await Promise.race([rig.faultMet(), endedBefore(killed.result)]);
          killed.signal('SIGKILL');
          await killed.mainEnded;
          await fetch(`${rig.url}/_sandbox/faults`, { method: 'DELETE' });
          const { exitCode, output, outputs } = await startRun(rig, INPUTS, { env: { ...docker.env, ...env } }).result;
          expect([exitCode, errorsOf(output), outputs['result']]).toEqual([0, '', 'succeeded']);
          await settled(rig);
          const { image, traffic, targetGroup } = await rig.live();
          expect([image.split('@')[1], traffic[targetGroup]]).toEqual([digest, 100]);
          const { codedeploy, ecs } = rig.sandbox.world;
          expect(codedeploy.deployments.size).toBe(1);
          // The first one, that of the deployment, and one that nobody uses.
          expect(ecs.taskDefinitions.size).toBeLessThanOrEqual(3);
        }),
      LIMIT_MS,
    );
  });
});

async function endedBefore(result: Promise<{ readonly output: string }>): Promise<never> {
  const { output } = await result;
  throw new Error(`The run ended before the call was made:\n${output}`);
}

const settled = ({ sandbox }: Rig): Promise<void> =>
  until('the end of the deployment', () =>
    [...sandbox.world.codedeploy.deployments.values()].every(({ completedAt }) => completedAt !== null),
  );
