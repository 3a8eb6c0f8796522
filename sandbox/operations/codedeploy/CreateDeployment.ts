import { CreateDeployment$, type CreateDeploymentInput, type CreateDeploymentOutput } from '@aws-sdk/client-codedeploy';

import { activeDeployment, createDeployment as putDeployment } from '../../lifecycle/deployment.ts';
import { startDeployment } from '../../lifecycle/engine.ts';
import { plannedEvents } from '../../lifecycle/events.ts';
import { AwsError, operation, type Sandbox } from '../../operation.ts';
import { type Settings } from '../../settings.ts';
import { type DeploymentGroup } from '../../world/codedeploy.ts';
import { checkConfig, readAlarms, readRollback } from './group-input.ts';
import { checkUnused } from './deployment-input.ts';
import { checkName, findApplication, findGroup } from './lookup.ts';
import { readRevision } from './revision.ts';

function checkDescription({ descriptionLimit }: Settings, description: string | undefined): string | null {
  if ((description?.length ?? 0) <= descriptionLimit) return description ?? null;
  throw new AwsError('DescriptionTooLongException', `The description is longer than ${descriptionLimit} characters`);
}

/** The group as this deployment has it: its own copy, with what the request overrides. */
function optionsFor(group: DeploymentGroup, input: CreateDeploymentInput): DeploymentGroup {
  return {
    ...group,
    ...(input.autoRollbackConfiguration && readRollback(input.autoRollbackConfiguration)),
    ...(input.overrideAlarmConfiguration && readAlarms(input.overrideAlarmConfiguration)),
  };
}

/** CodeDeploy API: DeploymentLimitExceededException; the running deployment's id is in the text only. */
function checkLimit(sandbox: Sandbox, group: DeploymentGroup): void {
  const active = activeDeployment(sandbox, group.application, group.name);
  if (!active) return;
  throw new AwsError(
    'DeploymentLimitExceededException',
    `The Deployment Group '${group.name}' already has an active Deployment '${active.id}'`,
  );
}

export const createDeployment = operation<CreateDeploymentInput, CreateDeploymentOutput>(
  CreateDeployment$,
  (input, sandbox) => {
    const { world, settings } = sandbox;
    const application = findApplication(world, input.applicationName);
    const group = findGroup(world, application.name, input.deploymentGroupName);
    const revision = readRevision(settings, input.revision);
    const description = checkDescription(settings, input.description);
    checkUnused(input);
    const configName = checkName('DeploymentConfig', input.deploymentConfigName ?? group.configName);
    checkConfig(world, configName, group.prodListenerArn);
    const options = optionsFor(group, input);
    checkLimit(sandbox, group);
    application.revisions.set(revision.sha256, revision.content);
    const events = plannedEvents(settings, group.testListenerArn !== null);
    const deployment = putDeployment(sandbox, { options, configName, description, creator: 'user', revision, events });
    startDeployment(sandbox, deployment);
    return { deploymentId: deployment.id };
  },
);
