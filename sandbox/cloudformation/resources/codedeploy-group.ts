import { createDeploymentGroup } from '../../operations/codedeploy/CreateDeploymentGroup.ts';
import { deleteDeploymentGroup } from '../../operations/codedeploy/DeleteDeploymentGroup.ts';
import { updateDeploymentGroup } from '../../operations/codedeploy/UpdateDeploymentGroup.ts';
import { type JsonObject } from '../../json.ts';
import { AwsError } from '../../operation.ts';
import { call } from './call.ts';
import { CODEDEPLOY_NAME_LIMIT } from './codedeploy-application.ts';
import { changeCodeDeployTags } from './codedeploy-tags.ts';
import { type ResourceHandler } from './handler.ts';
import { stringOf, without } from './members.ts';
import { generatedName } from './names.ts';
import { upperTags } from './tags.ts';
import { camelCased } from './typed.ts';

/** What a member that leaves the template goes back to. */
const defaults: JsonObject = {
  alarmConfiguration: { enabled: false, alarms: [] },
  autoRollbackConfiguration: { enabled: false, events: [] },
  triggerConfigurations: [],
  blueGreenDeploymentConfiguration: {},
};

function membersOf(properties: JsonObject): JsonObject {
  const members = camelCased('AWS::CodeDeploy::DeploymentGroup', properties);
  if (members['deployment'] === undefined) return without(members, 'tags');
  throw new AwsError('ValidationException', 'Deployment of a deployment group is not emulated by this sandbox.');
}

export const deploymentGroupHandler: ResourceHandler = {
  async create(properties, context) {
    const input = {
      deploymentGroupName: generatedName(context, CODEDEPLOY_NAME_LIMIT),
      ...membersOf(properties),
      tags: upperTags(properties, context),
    };
    await call(createDeploymentGroup, input, context.sandbox);
    const name = input.deploymentGroupName;
    return { physicalId: name, ref: name, attributes: {} };
  },
  /** The whole of it is sent: members that the template does not have go back to what they are without it. */
  async update(made, properties, _previous, context) {
    const members = without(membersOf(properties), 'deploymentGroupName');
    const input = { ...defaults, ...members, currentDeploymentGroupName: made.physicalId };
    await call(updateDeploymentGroup, input, context.sandbox);
    const application = stringOf(properties, 'ApplicationName') ?? '';
    await changeCodeDeployTags(`deploymentgroup:${application}/${made.physicalId}`, properties, context);
    return made;
  },
  async remove(made, properties, { sandbox }) {
    const input = {
      applicationName: stringOf(properties, 'ApplicationName'),
      deploymentGroupName: made.physicalId,
    };
    await call(deleteDeploymentGroup, input, sandbox);
  },
};
