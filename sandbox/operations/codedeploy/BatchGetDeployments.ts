import {
  BatchGetDeployments$,
  type BatchGetDeploymentsInput,
  type BatchGetDeploymentsOutput,
} from '@aws-sdk/client-codedeploy';

import { AwsError, operation } from '../../operation.ts';
import { deploymentInfo } from './deployment-info.ts';

export const batchGetDeployments = operation<BatchGetDeploymentsInput, BatchGetDeploymentsOutput>(
  BatchGetDeployments$,
  (input, sandbox) => {
    const ids = input.deploymentIds ?? [];
    if (ids.length === 0) throw new AwsError('DeploymentIdRequiredException', 'At least one deployment id is required');
    if (ids.length > 25) throw new AwsError('BatchLimitExceededException', 'At most 25 deployment ids are allowed');
    const found = ids.map((id) => sandbox.world.codedeploy.deployments.get(id)).filter((one) => one !== undefined);
    return { deploymentsInfo: found.map((deployment) => deploymentInfo(sandbox, deployment)) };
  },
);
