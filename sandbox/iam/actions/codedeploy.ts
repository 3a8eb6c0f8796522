import {
  type CreateDeploymentGroupInput,
  type CreateDeploymentInput,
  type UpdateDeploymentGroupInput,
} from '@aws-sdk/client-codedeploy';
import { arn } from '../../ids.ts';
import { type World } from '../../world/world.ts';
import { about, anything, passes, type Rules, type Target } from './rule.ts';

const SERVICE = 'codedeploy.amazonaws.com';

const applicationArn = (world: World, name = ''): string => arn(world, 'codedeploy', `application:${name}`);
const configArn = (world: World, name = ''): string => arn(world, 'codedeploy', `deploymentconfig:${name}`);
const groupArn = (world: World, application = '', group = ''): string =>
  arn(world, 'codedeploy', `deploymentgroup:${application}/${group}`);

/** The group of a deployment. One that does not exist is in none: only a policy for every group allows to ask for it. */
function groupOf(world: World, id = ''): string {
  const deployment = world.codedeploy.deployments.get(id);
  return deployment ? groupArn(world, deployment.application, deployment.group) : groupArn(world, '*', '*');
}

interface OnApplication {
  readonly applicationName?: string | undefined;
}
interface OnGroup extends OnApplication {
  readonly deploymentGroupName?: string | undefined;
}

const onApplication = about<OnApplication>(({ applicationName }, { world }) => [
  { resource: applicationArn(world, applicationName) },
]);
const onGroup = about<OnGroup>(({ applicationName, deploymentGroupName }, { world }) => [
  { resource: groupArn(world, applicationName, deploymentGroupName) },
]);
const onConfig = about<{ readonly deploymentConfigName?: string | undefined }>(
  ({ deploymentConfigName }, { world }) => [{ resource: configArn(world, deploymentConfigName) }],
);
const onNamed = about<{ readonly ResourceArn?: string | undefined }>(({ ResourceArn = '*' }) => [
  { resource: ResourceArn },
]);

/**
 * AWS's own deploy action lists the rights for the configuration and for registering the revision beside
 * CreateDeployment, though it calls neither operation: CreateDeployment asks for them (inferred from that list).
 * codedeploy:UpdateDeploymentGroup: CodeDeploy API, CreateDeployment, overrideAlarmConfiguration.
 */
const creates = about<CreateDeploymentInput>((input, { world }) => {
  const { applicationName, deploymentGroupName, deploymentConfigName, overrideAlarmConfiguration } = input;
  const group = world.codedeploy.applications.get(applicationName ?? '')?.groups.get(deploymentGroupName ?? '');
  const resource = groupArn(world, applicationName, deploymentGroupName);
  const config = deploymentConfigName ?? group?.configName;
  const more: (Target | false)[] = [
    config !== undefined && { action: 'codedeploy:GetDeploymentConfig', resource: configArn(world, config) },
    { action: 'codedeploy:RegisterApplicationRevision', resource: applicationArn(world, applicationName) },
    overrideAlarmConfiguration !== undefined && { action: 'codedeploy:UpdateDeploymentGroup', resource },
  ];
  return [{ resource }, ...more.filter((target) => target !== false)];
});

export const codedeployActions: Rules = {
  BatchGetApplications: about<{ readonly applicationNames?: string[] | undefined }>(
    ({ applicationNames = [] }, { world }) =>
      applicationNames.map((name) => ({ resource: applicationArn(world, name) })),
  ),
  BatchGetDeploymentGroups: about<OnApplication & { readonly deploymentGroupNames?: string[] | undefined }>(
    ({ applicationName, deploymentGroupNames = [] }, { world }) =>
      deploymentGroupNames.map((name) => ({ resource: groupArn(world, applicationName, name) })),
  ),
  BatchGetDeploymentTargets: anything,
  BatchGetDeployments: about<{ readonly deploymentIds?: string[] | undefined }>(({ deploymentIds = [] }, { world }) =>
    [...new Set(deploymentIds.map((id) => groupOf(world, id)))].map((resource) => ({ resource })),
  ),
  ContinueDeployment: anything,
  CreateApplication: onApplication,
  CreateDeployment: creates,
  CreateDeploymentConfig: onConfig,
  CreateDeploymentGroup: about<CreateDeploymentGroupInput>((input, { world }) => [
    { resource: groupArn(world, input.applicationName, input.deploymentGroupName) },
    ...passes([input.serviceRoleArn], SERVICE),
  ]),
  DeleteApplication: onApplication,
  DeleteDeploymentConfig: onConfig,
  DeleteDeploymentGroup: onGroup,
  GetApplication: onApplication,
  GetApplicationRevision: onApplication,
  GetDeployment: about<{ readonly deploymentId?: string | undefined }>(({ deploymentId }, { world }) => [
    { resource: groupOf(world, deploymentId) },
  ]),
  GetDeploymentConfig: onConfig,
  GetDeploymentGroup: onGroup,
  GetDeploymentTarget: anything,
  ListApplicationRevisions: onApplication,
  ListApplications: anything,
  ListDeploymentConfigs: anything,
  ListDeploymentGroups: onApplication,
  ListDeploymentTargets: anything,
  ListDeployments: onGroup,
  ListTagsForResource: onNamed,
  PutLifecycleEventHookExecutionStatus: anything,
  RegisterApplicationRevision: onApplication,
  StopDeployment: anything,
  TagResource: onNamed,
  UntagResource: onNamed,
  UpdateApplication: onApplication,
  UpdateDeploymentGroup: about<UpdateDeploymentGroupInput>((input, { world }) => [
    { resource: groupArn(world, input.applicationName, input.currentDeploymentGroupName) },
    ...passes([input.serviceRoleArn], SERVICE),
  ]),
};
