import {
  DeleteDeploymentGroup$,
  type DeleteDeploymentGroupInput,
  type DeleteDeploymentGroupOutput,
} from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { checkName } from './lookup.ts';

/** A group that is not there is no fault: the operation has no such error (CodeDeploy API: DeleteDeploymentGroup). */
export const deleteDeploymentGroup = operation<DeleteDeploymentGroupInput, DeleteDeploymentGroupOutput>(
  DeleteDeploymentGroup$,
  (input, { world }) => {
    const application = world.codedeploy.applications.get(checkName('Application', input.applicationName));
    const name = checkName('DeploymentGroup', input.deploymentGroupName);
    application?.groups.delete(name);
    return { hooksNotCleanedUp: [] };
  },
);
