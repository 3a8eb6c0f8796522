/** What GetDeploymentGroup and GetDeployment both tell of a group. */
import { type DeploymentGroupInfo, type DeploymentInfo, type LastDeploymentInfo } from '@aws-sdk/client-codedeploy';

import { deploymentsOf } from '../../lifecycle/deployment.ts';
import { type Sandbox } from '../../operation.ts';
import { type Deployment, type DeploymentGroup } from '../../world/codedeploy.ts';

type Shared = Pick<
  DeploymentInfo,
  'autoRollbackConfiguration' | 'deploymentStyle' | 'blueGreenDeploymentConfiguration' | 'loadBalancerInfo'
> & { readonly computePlatform: 'ECS' };

export function sharedInfo(group: Readonly<DeploymentGroup>): Shared {
  const { ready, rollbackEvents, terminationWaitMinutes, testListenerArn } = group;
  return {
    computePlatform: 'ECS',
    autoRollbackConfiguration: { enabled: rollbackEvents.length > 0, events: [...rollbackEvents] },
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: {
        action: group.keepBlue ? 'KEEP_ALIVE' : 'TERMINATE',
        terminationWaitTimeInMinutes: terminationWaitMinutes,
      },
      deploymentReadyOption: { actionOnTimeout: ready.action, waitTimeInMinutes: ready.waitMinutes },
    },
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: group.targetGroups.map((name) => ({ name })),
          prodTrafficRoute: { listenerArns: [group.prodListenerArn] },
          ...(testListenerArn !== null && { testTrafficRoute: { listenerArns: [testListenerArn] } }),
        },
      ],
    },
  };
}

export const alarmInfo = ({ alarms, alarmsEnabled }: Readonly<DeploymentGroup>) => ({
  enabled: alarmsEnabled,
  ignorePollAlarmFailure: false,
  alarms: alarms.map((name) => ({ name })),
});

function lastInfo(deployment: Deployment | undefined): LastDeploymentInfo | undefined {
  return (
    deployment && {
      deploymentId: deployment.id,
      status: deployment.status,
      createTime: new Date(deployment.createdAt),
      endTime: deployment.completedAt === null ? undefined : new Date(deployment.completedAt),
    }
  );
}

export function groupInfo(sandbox: Sandbox, group: DeploymentGroup): DeploymentGroupInfo {
  const deployments = deploymentsOf(sandbox, group.application, group.name);
  const succeeded = deployments.find((deployment) => deployment.status === 'Succeeded');
  return {
    applicationName: group.application,
    deploymentGroupId: group.id,
    deploymentGroupName: group.name,
    deploymentConfigName: group.configName,
    serviceRoleArn: group.serviceRoleArn,
    ecsServices: [{ serviceName: group.service, clusterName: group.cluster }],
    alarmConfiguration: alarmInfo(group),
    triggerConfigurations: (group.triggers ?? []).map((trigger) => ({ ...trigger })),
    ...sharedInfo(group),
    targetRevision: succeeded && {
      revisionType: 'AppSpecContent',
      appSpecContent: { sha256: succeeded.revision.sha256 },
    },
    lastSuccessfulDeployment: lastInfo(succeeded),
    lastAttemptedDeployment: lastInfo(deployments[0]),
  };
}
