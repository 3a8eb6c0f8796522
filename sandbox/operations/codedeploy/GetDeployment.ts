import { GetDeployment$, type GetDeploymentInput, type GetDeploymentOutput } from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { deploymentInfo } from './deployment-info.ts';
import { findDeployment } from './lookup.ts';

export const getDeployment = operation<GetDeploymentInput, GetDeploymentOutput>(GetDeployment$, (input, sandbox) => ({
  deploymentInfo: deploymentInfo(sandbox, findDeployment(sandbox.world, input.deploymentId)),
}));
