/** One account with a first run of the step in it that has come to a phase, and is kept there. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Deployment } from '../../sandbox/world/codedeploy.ts';
import { putImage, type Rig, withRig } from '../e2e/rig.ts';
import { deployEarlier, imageOf } from './account.ts';
import { type DockerStandIn, dockerStandIn } from './docker.ts';
import { type Pace, SLOW_STEPS, startPace } from './pace.ts';
import { reached } from './reach.ts';
import { type StartedRun, startRun } from './runs.ts';
import { appspecWith, deploymentOf, type Stage, standsAt } from './stages.ts';

export const FIRST_RUN = '7000000001';
export const OTHER_RUN = '7000000002';

export interface Scene {
  readonly rig: Rig;
  readonly pace: Pace;
  readonly stage: Stage;
  readonly first: StartedRun;
  /** The first run's deployment, where there is one. */
  readonly deployment: () => Deployment | undefined;
  /** Lets go of everything that was kept: time, the call, the work outside of AWS. */
  release(): Promise<void>;
  /** Which of the images takes all production traffic, by listener and PRIMARY task set. */
  readonly production: () => Promise<string>;
}

/** Brings a first run onto the stage; `firstEnv` is added to its environment. */
export async function withScene(
  stage: Stage,
  firstEnv: Readonly<Record<string, string>>,
  work: (scene: Scene) => Promise<void>,
): Promise<void> {
  const pace = startPace();
  const folder = await mkdtemp(join(tmpdir(), 'scene-'));
  try {
    const files = stage.hooks === undefined ? {} : { 'appspec.yaml': appspecWith(stage.hooks) };
    const stack = { image: imageOf('placeholder'), terminationWaitMinutes: 3, ...stage.stack };
    await withRig({ clock: pace.clock, stack, files: { Dockerfile: 'FROM scratch\n', ...files } }, async (rig) => {
      await deployEarlier(rig, imageOf('earlier'), '6000000001');
      await deployEarlier(rig, imageOf('before'), '6000000002');
      const built = await putImage(rig, 'built');
      const docker = await dockerStandIn(folder, built);
      await prepare(rig, pace, stage);
      const first = startRun(rig, firstInputs(stage), {
        env: { GITHUB_RUN_ID: FIRST_RUN, ...docker.env, ...firstEnv },
      });
      const scene = sceneOf({ rig, pace, stage, first, docker, built });
      try {
        await reached({ rig, pace, stage, runId: FIRST_RUN, first, docker });
        await rig.forget();
        await work(scene);
      } finally {
        await scene.release();
        first.signal('SIGKILL');
        await first.result.catch(() => undefined);
      }
    });
  } finally {
    pace.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepare(rig: Rig, pace: Pace, stage: Stage): Promise<void> {
  await rig.settings(stage.settings ?? {});
  if (stage.call !== undefined) await rig.fault({ ...stage.call, times: 1 });
  pace.setSteps(SLOW_STEPS);
  const { deployments } = rig.sandbox.world.codedeploy;
  pace.standWhile(() => standsAt(stage, deployments, FIRST_RUN));
}

function firstInputs(stage: Stage): Readonly<Record<string, string>> {
  const image = stage.gate === 'build' ? { repository: 'shop-web' } : { image: imageOf('first') };
  return { ...image, ...stage.inputs };
}

interface Parts extends Pick<Scene, 'rig' | 'pace' | 'stage' | 'first'> {
  readonly docker: DockerStandIn;
  readonly built: string;
}

function sceneOf({ rig, pace, stage, first, docker, built }: Parts): Scene {
  const { deployments } = rig.sandbox.world.codedeploy;
  const names = new Map(['placeholder', 'earlier', 'before', 'first', 'second'].map((name) => [imageOf(name), name]));
  return {
    rig,
    pace,
    stage,
    first,
    deployment: () => deploymentOf(deployments.values(), FIRST_RUN),
    async release() {
      pace.release();
      await fetch(`${rig.url}/_sandbox/faults`, { method: 'DELETE' });
      await docker.letBuild();
      await writeFile(join(rig.workspace, 'smoked'), '');
    },
    async production() {
      const { image, traffic, targetGroup } = await rig.live();
      const name = image.endsWith(built) ? 'first' : (names.get(image) ?? image);
      return traffic[targetGroup] === 100 ? name : `${name}, with ${traffic[targetGroup] ?? 0} % of the traffic`;
    },
  };
}
