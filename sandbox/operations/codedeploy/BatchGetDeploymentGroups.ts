import {
  BatchGetDeploymentGroups$,
  type BatchGetDeploymentGroupsInput,
  type BatchGetDeploymentGroupsOutput,
} from '@aws-sdk/client-codedeploy';

import { AwsError, operation } from '../../operation.ts';
import { groupInfo } from './group-info.ts';
import { checkName, findApplication } from './lookup.ts';

/** Groups that do not exist are told in `errorMessage` (CodeDeploy API: BatchGetDeploymentGroups). */
export const batchGetDeploymentGroups = operation<BatchGetDeploymentGroupsInput, BatchGetDeploymentGroupsOutput>(
  BatchGetDeploymentGroups$,
  (input, sandbox) => {
    const { groups } = findApplication(sandbox.world, input.applicationName);
    const names = (input.deploymentGroupNames ?? []).map((name) => checkName('DeploymentGroup', name));
    if (names.length === 0) {
      throw new AwsError('DeploymentGroupNameRequiredException', 'At least one deployment group name is required');
    }
    if (names.length > 100) throw new AwsError('BatchLimitExceededException', 'At most 100 names are allowed');
    const found = names.map((name) => groups.get(name)).filter((group) => group !== undefined);
    const missing = names.filter((name) => !groups.has(name));
    return {
      deploymentGroupsInfo: found.map((group) => groupInfo(sandbox, group)),
      ...(missing.length > 0 && { errorMessage: `No Deployment Group found for name: ${missing.join(', ')}` }),
    };
  },
);
