import { findService } from '../ecs/services.ts';
import { findTaskSet } from '../ecs/task-sets.ts';
import { type Sandbox } from '../operation.ts';
import { type Deployment, type TargetTaskSet } from '../world/codedeploy.ts';
import { type Service } from '../world/ecs.ts';
import { pairOf } from './run.ts';
import { isOver } from './table.ts';
import { trafficWeight } from './traffic.ts';

function seen(
  sandbox: Sandbox,
  deployment: Deployment,
  service: Service | undefined,
  label: 'Blue' | 'Green',
): TargetTaskSet | undefined {
  const before = deployment.taskSets.find((entry) => entry.label === label);
  const id = label === 'Blue' ? deployment.blue : deployment.green;
  const pair = pairOf(deployment);
  if (id === null || pair === null) return before;
  const { world } = sandbox;
  const group = label === 'Blue' ? pair.blue : pair.green;
  const weight = trafficWeight(world, deployment.options.prodListenerArn, pair, group);
  const taskSet = service && findTaskSet(service, id);
  if (!service || !taskSet) return before && { ...before, status: 'ACTIVE', pending: 0, running: 0, weight };
  return {
    id,
    label,
    taskDefinition: taskSet.taskDefinition,
    targetGroup: world.elb.targetGroups.get(group)?.name ?? group,
    status: taskSet.status,
    desired: Math.ceil((service.desiredCount * taskSet.scale) / 100),
    pending: taskSet.pending,
    running: taskSet.running,
    weight,
  };
}

/** Brings `deployment.taskSets` up to date; what an ended deployment saw last stays. */
export function lookAtTaskSets(sandbox: Sandbox, deployment: Deployment): readonly TargetTaskSet[] {
  if (isOver(deployment.phase)) return deployment.taskSets;
  const service = findService(sandbox.world, deployment.options.cluster, deployment.options.service);
  deployment.taskSets = (['Blue', 'Green'] as const)
    .map((label) => seen(sandbox, deployment, service, label))
    .filter((entry) => entry !== undefined);
  return deployment.taskSets;
}
