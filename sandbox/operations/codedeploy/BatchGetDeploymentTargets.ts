import {
  BatchGetDeploymentTargets$,
  type BatchGetDeploymentTargetsInput,
  type BatchGetDeploymentTargetsOutput,
} from '@aws-sdk/client-codedeploy';

import { AwsError, operation } from '../../operation.ts';
import { findDeployment } from './lookup.ts';
import { checkStarted, targetId, targetInfo } from './target-info.ts';

/** CodeDeploy API: for ECS the list has exactly one id. */
export const batchGetDeploymentTargets = operation<BatchGetDeploymentTargetsInput, BatchGetDeploymentTargetsOutput>(
  BatchGetDeploymentTargets$,
  (input, sandbox) => {
    const deployment = findDeployment(sandbox.world, input.deploymentId);
    const ids = input.targetIds ?? [];
    if (ids.length === 0)
      throw new AwsError('DeploymentTargetIdRequiredException', 'A deployment target id is required');
    if (ids.length > 1) {
      throw new AwsError('DeploymentTargetListSizeExceededException', 'An ECS deployment has exactly one target');
    }
    checkStarted(deployment);
    if (ids[0] !== targetId(deployment)) {
      throw new AwsError('DeploymentTargetDoesNotExistException', `The deployment has no target ${String(ids[0])}`);
    }
    return { deploymentTargets: [targetInfo(sandbox, deployment)] };
  },
);
