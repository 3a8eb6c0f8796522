import {
  ListStackResources$,
  type ListStackResourcesInput,
  type ListStackResourcesOutput,
} from '@aws-sdk/client-cloudformation';
import { theStack } from '../../cloudformation/stacks/find.ts';
import { operation } from '../../operation.ts';
import { page } from './page.ts';
import { resourceSummary } from './resource-info.ts';

export const listStackResources = operation<ListStackResourcesInput, ListStackResourcesOutput>(
  ListStackResources$,
  ({ StackName: name, NextToken: token }, { world }) => {
    const { items, nextToken } = page([...theStack(world, name).resources.values()], token);
    return { StackResourceSummaries: items.map(resourceSummary), NextToken: nextToken };
  },
);
