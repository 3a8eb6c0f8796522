/** What someone else does with a deployment, beside the step. */
import { ContinueDeploymentCommand, type DeploymentWaitType, StopDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { type Rig } from './rig.ts';

export async function stopByHand({ clients }: Rig, deploymentId: string): Promise<void> {
  await clients.codedeploy.send(new StopDeploymentCommand({ deploymentId, autoRollbackEnabled: true }));
}

export async function goOnByHand(
  { clients }: Rig,
  deploymentId: string,
  deploymentWaitType: DeploymentWaitType = 'READY_WAIT',
): Promise<void> {
  await clients.codedeploy.send(new ContinueDeploymentCommand({ deploymentId, deploymentWaitType }));
}
