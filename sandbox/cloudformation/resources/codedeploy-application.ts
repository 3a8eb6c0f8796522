import { createApplication } from '../../operations/codedeploy/CreateApplication.ts';
import { deleteApplication } from '../../operations/codedeploy/DeleteApplication.ts';
import { call } from './call.ts';
import { changeCodeDeployTags } from './codedeploy-tags.ts';
import { type ResourceHandler } from './handler.ts';
import { stringOf } from './members.ts';
import { generatedName } from './names.ts';
import { upperTags } from './tags.ts';

/** CodeDeploy API: ApplicationName, DeploymentGroupName, DeploymentConfigName. */
export const CODEDEPLOY_NAME_LIMIT = 100;

export const applicationHandler: ResourceHandler = {
  async create(properties, context) {
    const name = stringOf(properties, 'ApplicationName') ?? generatedName(context, CODEDEPLOY_NAME_LIMIT);
    const input = {
      applicationName: name,
      computePlatform: stringOf(properties, 'ComputePlatform'),
      tags: upperTags(properties, context),
    };
    await call(createApplication, input, context.sandbox);
    return { physicalId: name, ref: name, attributes: {} };
  },
  /** Name and platform replace it: all that changes in place are tags. */
  async update(made, properties, _previous, context) {
    await changeCodeDeployTags(`application:${made.physicalId}`, properties, context);
    return made;
  },
  async remove(made, _properties, { sandbox }) {
    await call(deleteApplication, { applicationName: made.physicalId }, sandbox);
  },
};
