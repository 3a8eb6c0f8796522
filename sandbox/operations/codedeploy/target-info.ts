import {
  type DeploymentTarget,
  type LifecycleErrorCode,
  type LifecycleEvent as EventInfo,
} from '@aws-sdk/client-codedeploy';

import { findService } from '../../ecs/services.ts';
import { lookAtTaskSets } from '../../lifecycle/task-sets-info.ts';
import { AwsError, type Sandbox } from '../../operation.ts';
import { type Deployment, type LifecycleEvent } from '../../world/codedeploy.ts';

/** CodeDeploy API: an ECS target's id is `<cluster name>:<service name>`. */
export const targetId = ({ options }: Deployment): string => `${options.cluster}:${options.service}`;

/** Throws DeploymentNotStartedException while the deployment is only Created, or Queued. */
export function checkStarted(deployment: Deployment): void {
  if (deployment.phase !== 'Created') return;
  throw new AwsError('DeploymentNotStartedException', `The deployment ${deployment.id} has not started`);
}

function eventInfo(event: LifecycleEvent): EventInfo {
  const { diagnostics } = event;
  return {
    lifecycleEventName: event.name,
    status: event.status,
    startTime: event.startedAt === null ? undefined : new Date(event.startedAt),
    endTime: event.endedAt === null ? undefined : new Date(event.endedAt),
    diagnostics: diagnostics
      ? { scriptName: '', ...diagnostics, errorCode: diagnostics.errorCode as LifecycleErrorCode }
      : undefined,
  };
}

export function targetInfo(sandbox: Sandbox, deployment: Deployment): DeploymentTarget {
  const { cluster, service } = deployment.options;
  const times = deployment.events.map((event) => event.endedAt ?? event.startedAt ?? deployment.createdAt);
  return {
    deploymentTargetType: 'ECSTarget',
    ecsTarget: {
      deploymentId: deployment.id,
      targetId: targetId(deployment),
      targetArn: findService(sandbox.world, cluster, service)?.arn,
      lastUpdatedAt: new Date(Math.max(deployment.createdAt, ...times)),
      status: deployment.targetStatus,
      lifecycleEvents: deployment.events.map(eventInfo),
      taskSetsInfo: lookAtTaskSets(sandbox, deployment).map((taskSet) => ({
        // The API spells it so.
        identifer: taskSet.id,
        desiredCount: taskSet.desired,
        pendingCount: taskSet.pending,
        runningCount: taskSet.running,
        status: taskSet.status,
        trafficWeight: taskSet.weight,
        targetGroup: { name: taskSet.targetGroup },
        taskSetLabel: taskSet.label,
      })),
    },
  };
}
