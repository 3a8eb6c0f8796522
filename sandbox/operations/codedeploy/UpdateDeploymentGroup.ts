import {
  UpdateDeploymentGroup$,
  type UpdateDeploymentGroupInput,
  type UpdateDeploymentGroupOutput,
} from '@aws-sdk/client-codedeploy';

import { AwsError, operation, type Sandbox } from '../../operation.ts';
import { type World } from '../../world/world.ts';
import { type DeploymentGroup } from '../../world/codedeploy.ts';
import {
  checkConfig,
  checkMapping,
  readAlarms,
  readBlueGreen,
  readLoadBalancer,
  readRollback,
  readService,
} from './group-input.ts';
import { checkName, checkRole, findApplication, findGroup } from './lookup.ts';
import { readTriggers } from './triggers.ts';
import { renameGroup } from './rename.ts';
import { checkTrust } from './service-role.ts';

/** Only what the request names changes. */
function changes({ world, settings }: Sandbox, input: UpdateDeploymentGroupInput): Partial<DeploymentGroup> {
  return {
    ...(input.deploymentConfigName !== undefined && { configName: input.deploymentConfigName }),
    ...(input.serviceRoleArn !== undefined && { serviceRoleArn: checkRole(input.serviceRoleArn) }),
    ...(input.ecsServices && readService(world, input.ecsServices)),
    ...(input.loadBalancerInfo && readLoadBalancer(world, input.loadBalancerInfo)),
    ...(input.blueGreenDeploymentConfiguration && readBlueGreen(settings, input.blueGreenDeploymentConfiguration)),
    ...(input.autoRollbackConfiguration && readRollback(input.autoRollbackConfiguration)),
    ...(input.alarmConfiguration && readAlarms(input.alarmConfiguration)),
    ...(input.triggerConfigurations && { triggers: readTriggers(input.triggerConfigurations) }),
  };
}

/** The name that the group is to have. Throws DeploymentGroupAlreadyExistsException. */
function newName(world: World, { application, name }: DeploymentGroup, asked: string | undefined): string {
  if (asked === undefined || asked === name) return name;
  if (findApplication(world, application).groups.has(checkName('DeploymentGroup', asked))) {
    throw new AwsError('DeploymentGroupAlreadyExistsException', `Deployment Group already exists with name: ${asked}`);
  }
  return asked;
}

export const updateDeploymentGroup = operation<UpdateDeploymentGroupInput, UpdateDeploymentGroupOutput>(
  UpdateDeploymentGroup$,
  (input, sandbox) => {
    const { world } = sandbox;
    const group = findGroup(world, input.applicationName, input.currentDeploymentGroupName);
    const changed = { ...group, ...changes(sandbox, input) };
    checkConfig(world, changed.configName, changed.prodListenerArn);
    checkMapping(world, changed);
    if (input.serviceRoleArn !== undefined) checkTrust(sandbox, changed);
    const name = newName(world, group, input.newDeploymentGroupName);
    Object.assign(group, changed);
    renameGroup(world, group.application, group.name, name);
    return { hooksNotCleanedUp: [] };
  },
);
