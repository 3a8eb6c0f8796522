import { type DeploymentInfo, type DeploymentOverview, type ErrorCode } from '@aws-sdk/client-codedeploy';

import { type Sandbox } from '../../operation.ts';
import { type Deployment } from '../../world/codedeploy.ts';
import { alarmInfo, sharedInfo } from './group-info.ts';

const time = (at: number | null): Date | undefined => (at === null ? undefined : new Date(at));

const revisionInfo = (sha256: string) => ({ revisionType: 'AppSpecContent', appSpecContent: { sha256 } }) as const;

/** One target for ECS; the members are capitalised (CodeDeploy API: DeploymentOverview). */
function overview(deployment: Deployment): DeploymentOverview {
  const none = { Pending: 0, InProgress: 0, Succeeded: 0, Failed: 0, Skipped: 0, Ready: 0 };
  return deployment.targetStatus === 'Unknown' ? none : { ...none, [deployment.targetStatus]: 1 };
}

function previous(sandbox: Sandbox, deployment: Deployment): Deployment | undefined {
  return [...sandbox.world.codedeploy.deployments.values()].findLast(
    (other) =>
      other.application === deployment.application &&
      other.group === deployment.group &&
      other.status === 'Succeeded' &&
      other.createdAt < deployment.createdAt,
  );
}

/** As GetDeployment tells it: the AppSpec's content is never there, its sha256 is. */
export function deploymentInfo(sandbox: Sandbox, deployment: Deployment): DeploymentInfo {
  const { error, options, rollback } = deployment;
  const before = previous(sandbox, deployment);
  return {
    applicationName: deployment.application,
    deploymentGroupName: deployment.group,
    deploymentConfigName: deployment.configName,
    deploymentId: deployment.id,
    previousRevision: before && revisionInfo(before.revision.sha256),
    revision: revisionInfo(deployment.revision.sha256),
    status: deployment.status,
    errorInformation: error ? { code: error.code as ErrorCode, message: error.message } : undefined,
    createTime: new Date(deployment.createdAt),
    startTime: time(deployment.startedAt),
    completeTime: time(deployment.completedAt),
    deploymentOverview: overview(deployment),
    description: deployment.description ?? undefined,
    creator: deployment.creator,
    ignoreApplicationStopFailures: false,
    updateOutdatedInstancesOnly: false,
    rollbackInfo: rollback
      ? {
          rollbackDeploymentId: rollback.deploymentId ?? undefined,
          rollbackTriggeringDeploymentId: rollback.triggeringId ?? undefined,
          rollbackMessage: rollback.message,
        }
      : undefined,
    instanceTerminationWaitTimeStarted: deployment.terminationWait && sandbox.settings.terminationWaitFlag,
    fileExistsBehavior: 'DISALLOW',
    deploymentStatusMessages: [],
    overrideAlarmConfiguration: alarmInfo(options),
    ...sharedInfo(options),
  };
}
