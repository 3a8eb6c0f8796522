import {
  GetDeploymentTarget$,
  type GetDeploymentTargetInput,
  type GetDeploymentTargetOutput,
} from '@aws-sdk/client-codedeploy';

import { AwsError, operation } from '../../operation.ts';
import { findDeployment } from './lookup.ts';
import { checkStarted, targetId, targetInfo } from './target-info.ts';

export const getDeploymentTarget = operation<GetDeploymentTargetInput, GetDeploymentTargetOutput>(
  GetDeploymentTarget$,
  (input, sandbox) => {
    const deployment = findDeployment(sandbox.world, input.deploymentId);
    const id = input.targetId ?? '';
    if (id === '') throw new AwsError('DeploymentTargetIdRequiredException', 'A deployment target id is required');
    if (!id.includes(':')) throw new AwsError('InvalidDeploymentTargetIdException', 'The target id is invalid');
    checkStarted(deployment);
    if (id !== targetId(deployment)) {
      throw new AwsError('DeploymentTargetDoesNotExistException', `The deployment has no target ${id}`);
    }
    return { deploymentTarget: targetInfo(sandbox, deployment) };
  },
);
