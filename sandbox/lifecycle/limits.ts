/** Limits of a whole deployment, looked at for as long as it works. */
import { findService } from '../ecs/services.ts';
import { isSteady } from '../ecs/task-sets.ts';
import { type Deployment, type Phase } from '../world/codedeploy.ts';
import { type Service, type TaskSet } from '../world/ecs.ts';
import { type Run } from './run.ts';

/** Far coarser than the other looks: the limits are minutes and hours, and a wait may last for days. */
const EVERY_POLLS = 10;

/** From the shift on, the limit to it no longer counts. */
const shifted: readonly Phase[] = ['AllowTraffic', 'AfterAllowTraffic', 'TerminationWait', 'RemoveBlue'];

/**
 * Fails the deployment when its service was scaled and is not steady again in time (ECS Developer Guide: blue/green
 * deployment with CodeDeploy), or when the shift has not begun in time (CodeDeploy User Guide: limits).
 */
export function watchLimits(run: Run): void {
  const { deployment, sandbox } = run;
  if (deployment.creator === 'codeDeployRollback' || deployment.phase === 'RemoveBlue') return;
  const { scalingSteadyMs, shiftTimeoutMs, pollMs } = sandbox.settings;
  const now = sandbox.clock.now();
  if (now - deployment.createdAt >= shiftTimeoutMs && !shifted.includes(deployment.phase)) {
    const hours = Math.round(shiftTimeoutMs / 3_600_000);
    const message = `The deployment timed out: the traffic was not shifted within ${hours} hours after the revision was deployed.`;
    run.send('fail', { code: 'TIMEOUT', message });
    return;
  }
  lookAtScaling(run);
  const { scaling } = deployment;
  if (now - (scaling?.since ?? now) >= Math.max(scalingSteadyMs, 1)) {
    const minutes = Math.round(scalingSteadyMs / 60_000);
    const message = `The deployment failed because the ECS service was scaled during the deployment and did not reach a steady state within ${minutes} minutes.`;
    run.send('fail', { code: 'ECS_UPDATE_ERROR', message });
    return;
  }
  run.after(pollMs * EVERY_POLLS, () => {
    watchLimits(run);
  });
}

/** Without what other deployments left behind. */
const oursIn = (service: Service, { blue, green }: Deployment): TaskSet[] =>
  service.taskSets.filter(({ id, status }) => status === 'PRIMARY' || id === blue || id === green);

function lookAtScaling({ deployment, sandbox }: Run): void {
  const { cluster, service: name } = deployment.options;
  const service = findService(sandbox.world, cluster, name);
  if (!service) return;
  const before: Deployment['scaling'] = deployment.scaling;
  const desired = service.desiredCount;
  if (before === null) deployment.scaling = { desired, since: null };
  else if (before.desired !== desired) deployment.scaling = { desired, since: sandbox.clock.now() };
  else if (before.since !== null && oursIn(service, deployment).every(isSteady)) {
    deployment.scaling = { desired, since: null };
  }
}
