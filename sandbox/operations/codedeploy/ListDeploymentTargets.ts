import {
  ListDeploymentTargets$,
  type ListDeploymentTargetsInput,
  type ListDeploymentTargetsOutput,
} from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { findDeployment } from './lookup.ts';
import { page } from './paging.ts';
import { checkStarted, targetId } from './target-info.ts';

export const listDeploymentTargets = operation<ListDeploymentTargetsInput, ListDeploymentTargetsOutput>(
  ListDeploymentTargets$,
  (input, { world }) => {
    const deployment = findDeployment(world, input.deploymentId);
    checkStarted(deployment);
    const statuses = input.targetFilters?.TargetStatus;
    const wanted = !statuses || statuses.includes(deployment.targetStatus);
    const { items, nextToken } = page(wanted ? [targetId(deployment)] : [], input.nextToken);
    return { targetIds: items, nextToken };
  },
);
