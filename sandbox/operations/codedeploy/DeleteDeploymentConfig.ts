import { DeleteDeploymentConfig$, type DeleteDeploymentConfigInput } from '@aws-sdk/client-codedeploy';

import { AwsError, operation } from '../../operation.ts';
import { checkName } from './lookup.ts';

/** CodeDeploy API: not while a group uses it, and none of the predefined ones. One that is not there is no fault. */
export const deleteDeploymentConfig = operation<DeleteDeploymentConfigInput, Record<string, never>>(
  DeleteDeploymentConfig$,
  (input, { world }) => {
    const { applications, configs } = world.codedeploy;
    const name = checkName('DeploymentConfig', input.deploymentConfigName);
    if (name.startsWith('CodeDeployDefault.')) {
      throw new AwsError('InvalidOperationException', `The predefined configuration ${name} cannot be deleted`);
    }
    const groups = [...applications.values()].flatMap((application) => [...application.groups.values()]);
    const user = groups.find((group) => group.configName === name);
    if (user) {
      throw new AwsError('DeploymentConfigInUseException', `${name} is in use by the deployment group ${user.name}`);
    }
    configs.delete(name);
    return {};
  },
);
