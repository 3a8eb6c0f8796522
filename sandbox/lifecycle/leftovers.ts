/** What a deployment that was stopped without a rollback leaves behind. */
import { findService } from '../ecs/services.ts';
import { findTaskSet, removeTaskSet } from '../ecs/task-sets.ts';
import { type Sandbox } from '../operation.ts';
import { type Deployment } from '../world/codedeploy.ts';
import { type Service } from '../world/ecs.ts';
import { Fault } from './fault.ts';
import { permitRemoval, permitShift } from './permissions.ts';
import { pairOf } from './run.ts';
import { type Pair, shiftTraffic, trafficWeight } from './traffic.ts';

/** ECS API: a service has at most five task sets. */
const MOST_TASK_SETS = 5;

/**
 * Removes what the settings do not let stay. A replacement with production traffic always stays; all else does where the
 * service role does not allow to remove it.
 */
export function cleanUpAfterStop(sandbox: Sandbox, deployment: Deployment): void {
  try {
    cleanUp(sandbox, deployment);
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
  }
}

function cleanUp(sandbox: Sandbox, deployment: Deployment): void {
  const { settings, world } = sandbox;
  const { options, green, blue } = deployment;
  const service = findService(world, options.cluster, options.service);
  const pair = pairOf(deployment);
  if (!service || !pair || green === null || blue === null) return;
  const shifted = findTaskSet(service, green)?.status === 'PRIMARY';
  const remove = (id: string): void => {
    permitRemoval(sandbox, deployment, id);
    removeTaskSet(sandbox, service, id);
  };
  if (shifted && !settings.stopLeavesBlue && deployment.terminationWait) remove(blue);
  if (shifted || settings.stopLeavesGreen) return;
  if (trafficWeight(world, options.prodListenerArn, pair, pair.green) > 0) return;
  if (options.testListenerArn !== null) {
    permitShift(sandbox, deployment, options.testListenerArn, pair);
    shiftTraffic(world, options.testListenerArn, pair, 0);
  }
  remove(green);
}

/** Makes room in the service: what earlier deployments left is removed, or counts. Throws a `Fault` at five. */
export function makeRoom(sandbox: Sandbox, deployment: Deployment, service: Service, pair: Pair): void {
  const leftovers = service.taskSets.filter((taskSet) => taskSet.status !== 'PRIMARY');
  if (sandbox.settings.leftoversRemoved && leftovers.length > 0) {
    permitShift(sandbox, deployment, deployment.options.prodListenerArn, pair);
    shiftTraffic(sandbox.world, deployment.options.prodListenerArn, pair, 0);
    for (const taskSet of leftovers) {
      permitRemoval(sandbox, deployment, taskSet.id);
      removeTaskSet(sandbox, service, taskSet.id);
    }
  }
  if (service.taskSets.length < MOST_TASK_SETS) return;
  throw new Fault(
    'ECS_UPDATE_ERROR',
    `The ECS service cannot be updated due to the following error: ${MOST_TASK_SETS} deployments exist on the service. ` +
      'Unable to create new TaskSet since this exceeds the maximum limit.',
  );
}
