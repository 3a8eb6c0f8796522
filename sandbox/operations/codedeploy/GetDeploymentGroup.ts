import {
  GetDeploymentGroup$,
  type GetDeploymentGroupInput,
  type GetDeploymentGroupOutput,
} from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { groupInfo } from './group-info.ts';
import { findGroup } from './lookup.ts';

export const getDeploymentGroup = operation<GetDeploymentGroupInput, GetDeploymentGroupOutput>(
  GetDeploymentGroup$,
  (input, sandbox) => ({
    deploymentGroupInfo: groupInfo(sandbox, findGroup(sandbox.world, input.applicationName, input.deploymentGroupName)),
  }),
);
