import { type WaitInputs } from '../inputs/types.ts';
import { type Waiting } from '../plan.ts';
import { type DeploymentGroup } from './target.ts';

const MINUTE = 60_000;

/**
 * How long each wait of a deployment can take. CodeDeploy API: `waitTimeInMinutes` counts only with STOP_DEPLOYMENT;
 * `terminationWaitTimeInMinutes` is at most 2880, and only with TERMINATE. What has no bound of its own (the start of
 * the new tasks, hooks) is what the margin is for.
 */
export function waitingOf(inputs: WaitInputs, group: Pick<DeploymentGroup, 'info' | 'config'>): Waiting {
  const { deploymentReadyOption: ready, terminateBlueInstancesOnDeploymentSuccess: blue } =
    group.info.blueGreenDeploymentConfiguration ?? {};
  const readyMs = ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? (ready.waitTimeInMinutes ?? 0) * MINUTE : 0;
  const terminationMs = blue?.action === 'KEEP_ALIVE' ? 0 : (blue?.terminationWaitTimeInMinutes ?? 0) * MINUTE;
  const { shiftMs } = group.config;
  const limits = {
    none: 0,
    'test-ready': 0,
    'traffic-shifted': readyMs + shiftMs,
    completed: readyMs + shiftMs + terminationMs,
  };
  const marginMs = inputs.until === 'none' ? 0 : inputs.marginMinutes * MINUTE;
  return {
    until: inputs.until,
    readyMs,
    shiftMs,
    terminationMs,
    limitMs: limits[inputs.until] + marginMs,
    maxDelayMs: inputs.maxDelaySeconds * 1000,
  };
}

/** What of the waits should be known before they begin. `isTested`: a smoke test lets the deployment go on. */
export function waitingWarnings(waiting: Waiting, isTested: boolean): readonly string[] {
  const watches = waiting.until === 'traffic-shifted' || waiting.until === 'completed';
  if (waiting.readyMs === 0 || !watches || isTested) return [];
  return [
    `The deployment group waits up to ${waiting.readyMs / MINUTE} min for a word to go on (ContinueDeployment), which this step does not give: without it CodeDeploy stops the deployment. Let a command decide in this step (input 'smoke-test'), or end the step at the wait ('wait-for: test-ready') and let a later job go on ('mode: promote').`,
  ];
}
