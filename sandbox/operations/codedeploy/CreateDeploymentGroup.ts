import {
  CreateDeploymentGroup$,
  type CreateDeploymentGroupInput,
  type CreateDeploymentGroupOutput,
  type DeploymentStyle,
} from '@aws-sdk/client-codedeploy';

import { uuid } from '../../ids.ts';
import { AwsError, operation, type Sandbox } from '../../operation.ts';
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
import { checkName, checkRole, findApplication } from './lookup.ts';
import { checkTrust } from './service-role.ts';
import { readTriggers } from './triggers.ts';
import { readTags } from './tags.ts';

/** An ECS group that names no configuration: the API's own default is one for EC2 instances, which cannot be used. */
const DEFAULT_CONFIG = 'CodeDeployDefault.ECSAllAtOnce';

function checkStyle(style: DeploymentStyle | undefined): void {
  if (style?.deploymentType === 'BLUE_GREEN' && style.deploymentOption === 'WITH_TRAFFIC_CONTROL') return;
  throw new AwsError(
    'InvalidDeploymentStyleException',
    'For the ECS compute platform the deployment style must be BLUE_GREEN and WITH_TRAFFIC_CONTROL',
  );
}

function readGroup({ world, random, settings }: Sandbox, input: CreateDeploymentGroupInput): DeploymentGroup {
  const { name: application } = findApplication(world, input.applicationName);
  const name = checkName('DeploymentGroup', input.deploymentGroupName);
  checkStyle(input.deploymentStyle);
  return {
    id: uuid(random),
    name,
    application,
    configName: input.deploymentConfigName ?? DEFAULT_CONFIG,
    serviceRoleArn: checkRole(input.serviceRoleArn),
    ...readService(world, input.ecsServices),
    ...readLoadBalancer(world, input.loadBalancerInfo),
    ...readBlueGreen(settings, input.blueGreenDeploymentConfiguration ?? {}),
    ...readRollback(input.autoRollbackConfiguration ?? {}),
    ...readAlarms(input.alarmConfiguration ?? {}),
    triggers: readTriggers(input.triggerConfigurations),
    tags: readTags(input.tags ?? []),
  };
}

export const createDeploymentGroup = operation<CreateDeploymentGroupInput, CreateDeploymentGroupOutput>(
  CreateDeploymentGroup$,
  (input, sandbox) => {
    const group = readGroup(sandbox, input);
    const { groups } = findApplication(sandbox.world, group.application);
    if (groups.has(group.name)) {
      throw new AwsError(
        'DeploymentGroupAlreadyExistsException',
        `Deployment Group already exists with name: ${group.name}`,
      );
    }
    checkConfig(sandbox.world, group.configName, group.prodListenerArn);
    checkMapping(sandbox.world, group);
    checkTrust(sandbox, group);
    groups.set(group.name, group);
    return { deploymentGroupId: group.id };
  },
);
