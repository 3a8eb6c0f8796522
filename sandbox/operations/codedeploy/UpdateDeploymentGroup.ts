import {
  UpdateDeploymentGroup$,
  type UpdateDeploymentGroupInput,
  type UpdateDeploymentGroupOutput,
} from '@aws-sdk/client-codedeploy';

import { operation, type Sandbox } from '../../operation.ts';
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
import { checkRole, findGroup } from './lookup.ts';

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
  };
}

export const updateDeploymentGroup = operation<UpdateDeploymentGroupInput, UpdateDeploymentGroupOutput>(
  UpdateDeploymentGroup$,
  (input, sandbox) => {
    const { world } = sandbox;
    const group = findGroup(world, input.applicationName, input.currentDeploymentGroupName);
    const changed = { ...group, ...changes(sandbox, input) };
    checkConfig(world, changed.configName, changed.prodListenerArn);
    checkMapping(world, changed);
    Object.assign(group, changed);
    return { hooksNotCleanedUp: [] };
  },
);
