import { createDeploymentConfig } from '../../operations/codedeploy/CreateDeploymentConfig.ts';
import { deleteDeploymentConfig } from '../../operations/codedeploy/DeleteDeploymentConfig.ts';
import { call } from './call.ts';
import { CODEDEPLOY_NAME_LIMIT } from './codedeploy-application.ts';
import { type ResourceHandler } from './handler.ts';
import { generatedName } from './names.ts';
import { camelCased } from './typed.ts';

/** Every property replaces it. */
export const deploymentConfigHandler: ResourceHandler = {
  async create(properties, context) {
    const input = {
      deploymentConfigName: generatedName(context, CODEDEPLOY_NAME_LIMIT),
      ...camelCased('AWS::CodeDeploy::DeploymentConfig', properties),
    };
    await call(createDeploymentConfig, input, context.sandbox);
    const name = input.deploymentConfigName;
    return { physicalId: name, ref: name, attributes: {} };
  },
  async remove(made, _properties, { sandbox }) {
    await call(deleteDeploymentConfig, { deploymentConfigName: made.physicalId }, sandbox);
  },
};
