import { ContinueDeployment$, type ContinueDeploymentInput } from '@aws-sdk/client-codedeploy';

import { continueDeployment as goOn } from '../../lifecycle/engine.ts';
import { AwsError, operation, type Sandbox } from '../../operation.ts';
import { type Deployment } from '../../world/codedeploy.ts';
import { findDeployment } from './lookup.ts';

const phases = { READY_WAIT: 'ReadyWait', TERMINATION_WAIT: 'TerminationWait' } as const;

function omittedType({ settings }: Sandbox, { phase }: Deployment): keyof typeof phases {
  const either = settings.continueTypeOmitted === 'either';
  return either && phase === 'TerminationWait' ? 'TERMINATION_WAIT' : 'READY_WAIT';
}

/** Without a wait type it is READY_WAIT, unless the settings say otherwise. */
export const continueDeployment = operation<ContinueDeploymentInput, Record<string, never>>(
  ContinueDeployment$,
  (input, sandbox) => {
    const deployment = findDeployment(sandbox.world, input.deploymentId);
    const type = input.deploymentWaitType ?? omittedType(sandbox, deployment);
    if (!Object.hasOwn(phases, type)) {
      throw new AwsError('InvalidDeploymentWaitTypeException', 'The wait type must be READY_WAIT or TERMINATION_WAIT');
    }
    if (deployment.completedAt !== null) {
      throw new AwsError(
        'DeploymentAlreadyCompletedException',
        `The deployment ${deployment.id} has already completed`,
      );
    }
    if (deployment.creator === 'codeDeployRollback') {
      throw new AwsError('UnsupportedActionForDeploymentTypeException', 'A rollback deployment has no wait');
    }
    if (deployment.phase !== phases[type] || !goOn(sandbox, deployment)) {
      throw new AwsError(
        type === 'TERMINATION_WAIT'
          ? sandbox.settings.earlyTerminationContinue
          : 'DeploymentIsNotInReadyStateException',
        `The deployment ${deployment.id} is not in the ${type} state and cannot continue yet`,
      );
    }
    return {};
  },
);
