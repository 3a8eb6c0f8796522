import { type CodeDeployClient, ContinueDeploymentCommand, StopDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { type CodeDeployPort } from './aws.ts';
import { called } from './codedeploy-call.ts';
import { AwsCallError } from './error.ts';
import { send } from './send.ts';

/** Ended meanwhile, by itself (CodeDeploy API: DeploymentAlreadyCompletedException). */
const OVER = 'DeploymentAlreadyCompletedException';

/**
 * CodeDeploy API, ContinueDeployment: a wait that a deployment is not in. Which of these answers a TERMINATION_WAIT
 * before the shift is not documented.
 */
const NOT_WAITING = new Set(['DeploymentIsNotInReadyStateException', 'InvalidDeploymentStatusException']);

/** What moves a deployment that is in progress. Each call can be repeated: the second of two changes nothing more. */
export function deploymentControls(
  client: CodeDeployClient,
): Pick<CodeDeployPort, 'stopDeployment' | 'continueDeployment'> {
  return {
    async stopDeployment(deploymentId) {
      const command = new StopDeploymentCommand({ deploymentId, autoRollbackEnabled: true });
      try {
        await send(called('StopDeployment', deploymentId), () => client.send(command));
        return 'stopping';
      } catch (error) {
        if (codeOf(error) === OVER) return 'over';
        throw error;
      }
    },
    async continueDeployment(deploymentId, deploymentWaitType) {
      const command = new ContinueDeploymentCommand({ deploymentId, deploymentWaitType });
      try {
        await send(called('ContinueDeployment', `${deploymentId}, ${deploymentWaitType}`), () => client.send(command));
        return 'continued';
      } catch (error) {
        const code = codeOf(error);
        if (code === OVER) return 'over';
        if (NOT_WAITING.has(code)) return 'not-waiting';
        throw error;
      }
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof AwsCallError ? error.code : '';
}
