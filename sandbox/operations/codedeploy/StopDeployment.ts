import { StopDeployment$, type StopDeploymentInput, type StopDeploymentOutput } from '@aws-sdk/client-codedeploy';

import { stopDeployment as stop } from '../../lifecycle/engine.ts';
import { AwsError, operation, type Sandbox } from '../../operation.ts';
import { type Deployment } from '../../world/codedeploy.ts';
import { findDeployment } from './lookup.ts';

/**
 * Throws DeploymentAlreadyCompletedException for one that has ended or whose original is being removed, and
 * UnsupportedActionForDeploymentTypeException for a rollback.
 */
export const stopDeployment = operation<StopDeploymentInput, StopDeploymentOutput>(
  StopDeployment$,
  (input, sandbox) => {
    const deployment = findDeployment(sandbox.world, input.deploymentId);
    if (deployment.completedAt === null && deployment.creator === 'codeDeployRollback') {
      throw new AwsError('UnsupportedActionForDeploymentTypeException', 'A rollback deployment cannot be stopped');
    }
    const stopped = stop(sandbox, deployment, input.autoRollbackEnabled ?? wordless(sandbox));
    if (stopped === 'Pending' || canOnlyWait(sandbox, deployment)) {
      return { status: 'Pending', statusMessage: 'Some deployment lifecycle events are still running.' };
    }
    // A stop that was answered Pending is asked about again (CodeDeploy User Guide: deployments for ECS).
    if (stopped === null && !(deployment.stopping && deployment.status === 'Stopped')) {
      throw new AwsError(
        'DeploymentAlreadyCompletedException',
        `The deployment ${deployment.id} has already completed and cannot be stopped`,
      );
    }
    return { status: 'Succeeded', statusMessage: 'No more deployment lifecycle events will run.' };
  },
);

const wordless = ({ settings }: Sandbox): false | null => (settings.stopRollbackOmitted === 'never' ? false : null);

const canOnlyWait = ({ settings }: Sandbox, { phase }: Deployment): boolean =>
  phase === 'RemoveBlue' && settings.stopDuringRemoval === 'Pending';
