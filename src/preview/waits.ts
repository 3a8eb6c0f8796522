import { type DeployInputs } from '../inputs/types.ts';
import { type KnownPlan, type Waiting } from '../plan.ts';
import { type DeploymentConfig } from '../target/target.ts';
import { expectedMs } from '../warnings/expected.ts';
import { type PlannedDeployment, type PlannedWait } from './output.ts';

const MINUTE = 60_000;

export function plannedDeployment(
  config: DeploymentConfig,
  waiting: Waiting,
  ignoreAlarms: boolean,
): PlannedDeployment {
  return {
    configuration: config.name,
    schedule: config.steps.map(({ atMs, percent }) => ({ minute: atMs / MINUTE, percent })),
    readyMinutes: waiting.readyMs / MINUTE,
    terminationMinutes: waiting.terminationMs / MINUTE,
    ignoreAlarms,
  };
}

/** `onTop`: what the wait takes beyond the schedule. */
export function plannedWait(waiting: Waiting, onTop: readonly string[]): PlannedWait {
  const expectedMinutes = expectedMs(waiting) / MINUTE;
  return { until: waiting.until, expectedMinutes, limitMinutes: waiting.limitMs / MINUTE, onTop };
}

/** CodeDeploy gives new tasks and each hook an hour (user guide, "Troubleshoot Amazon ECS deployment issues"). */
export function startOnTop(waiting: Pick<Waiting, 'until'>): readonly string[] {
  return waiting.until === 'none'
    ? []
    : ['the start of the new tasks: CodeDeploy gives them up to 60 min to become healthy'];
}

export function onTopOf(
  inputs: DeployInputs,
  { appspec }: KnownPlan,
  waiting: Waiting,
  builds: boolean,
): readonly string[] {
  const { runTask, smokeTest } = inputs;
  const watches = waiting.until !== 'none';
  const ready = waiting.readyMs / MINUTE;
  const waitsForWord = ready > 0 && (waiting.until === 'traffic-shifted' || waiting.until === 'completed');
  const word =
    smokeTest === null
      ? `the word to go on (ContinueDeployment), which the group waits for up to ${ready} min`
      : `the smoke test: up to ${smokeTest.minutes} min`;
  return [
    ...(builds ? ['before the deployment, the build of the image: as long as it takes'] : []),
    ...(runTask === null ? [] : [`before the deployment, the task that is run: up to ${runTask.minutes} min`]),
    ...startOnTop(waiting),
    ...(watches ? (appspec?.service.hooks ?? []) : []).map(([event, fn]) => `hook ${event} (${fn}): up to 60 min`),
    ...(waitsForWord ? [word] : []),
  ];
}
