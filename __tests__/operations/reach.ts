import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Rig } from '../e2e/rig.ts';
import { until } from './account.ts';
import { type DockerStandIn } from './docker.ts';
import { FAST_STEPS, type Pace, SLOW_STEPS } from './pace.ts';
import { type StartedRun } from './runs.ts';
import { deploymentOf, HOOK, type Stage, standsAt } from './stages.ts';

export interface Begun {
  readonly rig: Rig;
  readonly pace: Pace;
  readonly stage: Stage;
  readonly runId: string;
  readonly first: StartedRun;
  readonly docker: DockerStandIn;
}

/** Waits until the first run has come to its phase, and has said which deployment it follows. Rejects where it ends before. */
export async function reached(begun: Begun): Promise<void> {
  const { stage, rig, docker, first } = begun;
  if (stage.over === true) return ended(begun);
  const early = Promise.withResolvers<never>();
  void first.result.then(
    ({ output }) => {
      early.reject(new Error(`The first run ended before its phase:\n${output}`));
    },
    (error: unknown) => {
      early.reject(error instanceof Error ? error : new Error(String(error)));
    },
  );
  early.promise.catch(() => undefined);
  const wait = (work: Promise<void>): Promise<void> =>
    stage.leaves === true ? work : Promise.race([work, early.promise]);
  if (stage.call !== undefined) await wait(rig.faultMet());
  if (stage.gate === 'build') await wait(until('a build', () => docker.building()));
  if (stage.gate === 'smoke-test') await wait(until('a smoke test', () => existsSync(join(rig.workspace, 'smoking'))));
  if (stage.gate === 'run-task') await wait(until('a task', () => taskRuns(rig)));
  if (stage.at !== undefined || stage.rollbackAt !== undefined) await wait(stands(begun));
}

async function ended({ pace, rig, runId, first }: Begun): Promise<void> {
  pace.setSteps(FAST_STEPS);
  await first.result;
  const { deployments } = rig.sandbox.world.codedeploy;
  await until('the end of the deployment', () => deploymentOf(deployments.values(), runId)?.phase === 'Succeeded');
  pace.setSteps(SLOW_STEPS);
}

/** A task that no task set started. */
function taskRuns({ sandbox }: Rig): boolean {
  const { services, tasks } = sandbox.world.ecs;
  const sets = new Set([...services.values()].flatMap(({ taskSets }) => taskSets.map(({ id }) => id)));
  return [...tasks.values()].some(
    ({ startedBy, status }) => (startedBy === null || !sets.has(startedBy)) && status === 'RUNNING',
  );
}

async function stands({ rig, stage, runId, first }: Begun): Promise<void> {
  const { deployments } = rig.sandbox.world.codedeploy;
  await until('the phase of the deployment', () => standsAt(stage, deployments, runId));
  const own = deploymentOf(deployments.values(), runId);
  if (stage.call === undefined) await first.says(own?.id ?? 'a deployment');
  if (stage.rollbackAt === undefined) return;
  // The hook fails once.
  await rig.settings({ hooks: { [HOOK]: 'Succeeded' } });
  const back = [...deployments.values()].find(({ rollback }) => rollback?.triggeringId === own?.id);
  await first.says(back?.id ?? 'a rollback');
}
