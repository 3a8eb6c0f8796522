import {
  DeploymentStatus,
  ListDeployments$,
  type ListDeploymentsInput,
  type ListDeploymentsOutput,
} from '@aws-sdk/client-codedeploy';

import { AwsError, operation } from '../../operation.ts';
import { type Deployment } from '../../world/codedeploy.ts';
import { type World } from '../../world/world.ts';
import { checkChoice } from './choice.ts';
import { findApplication, findGroup } from './lookup.ts';
import { page } from './paging.ts';

function checkNames(world: World, input: ListDeploymentsInput): void {
  const { applicationName, deploymentGroupName } = input;
  if (deploymentGroupName !== undefined) findGroup(world, applicationName, deploymentGroupName);
  else if (applicationName !== undefined) findApplication(world, applicationName);
}

function isAsked(input: ListDeploymentsInput, deployment: Deployment): boolean {
  const { applicationName, deploymentGroupName, includeOnlyStatuses, createTimeRange } = input;
  return (
    (applicationName === undefined || deployment.application === applicationName) &&
    (deploymentGroupName === undefined || deployment.group === deploymentGroupName) &&
    (!includeOnlyStatuses?.length || includeOnlyStatuses.includes(deployment.status)) &&
    deployment.createdAt >= (createTimeRange?.start?.getTime() ?? -Infinity) &&
    deployment.createdAt <= (createTimeRange?.end?.getTime() ?? Infinity)
  );
}

/** Newest first. */
export const listDeployments = operation<ListDeploymentsInput, ListDeploymentsOutput>(
  ListDeployments$,
  (input, { world }) => {
    checkNames(world, input);
    for (const status of input.includeOnlyStatuses ?? []) {
      checkChoice(status, Object.values(DeploymentStatus), 'InvalidDeploymentStatusException');
    }
    const { start, end } = input.createTimeRange ?? {};
    if (start && end && start > end) {
      throw new AwsError('InvalidTimeRangeException', 'The start of the time range is after its end');
    }
    const asked = [...world.codedeploy.deployments.values()].filter((deployment) => isAsked(input, deployment));
    const { items, nextToken } = page(asked.reverse(), input.nextToken);
    return { deployments: items.map((deployment) => deployment.id), nextToken };
  },
);
