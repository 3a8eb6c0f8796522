import {
  ListDeploymentGroups$,
  type ListDeploymentGroupsInput,
  type ListDeploymentGroupsOutput,
} from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { findApplication } from './lookup.ts';
import { page } from './paging.ts';

export const listDeploymentGroups = operation<ListDeploymentGroupsInput, ListDeploymentGroupsOutput>(
  ListDeploymentGroups$,
  (input, { world }) => {
    const { name, groups } = findApplication(world, input.applicationName);
    const { items, nextToken } = page([...groups.keys()], input.nextToken);
    return { applicationName: name, deploymentGroups: items, nextToken };
  },
);
