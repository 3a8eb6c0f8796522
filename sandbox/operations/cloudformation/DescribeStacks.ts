import { DescribeStacks$, type DescribeStacksInput, type DescribeStacksOutput } from '@aws-sdk/client-cloudformation';
import { theStack } from '../../cloudformation/stacks/find.ts';
import { operation } from '../../operation.ts';
import { page } from './page.ts';
import { stackInfo } from './shapes.ts';

/** The one that is named, or all that are not deleted, newest first. */
export const describeStacks = operation<DescribeStacksInput, DescribeStacksOutput>(
  DescribeStacks$,
  ({ StackName: name, NextToken: token }, { world }) => {
    if (name !== undefined) return { Stacks: [stackInfo(theStack(world, name))] };
    const live = [...world.cloudformation.stacks.values()]
      .filter(({ status }) => status !== 'DELETE_COMPLETE')
      .reverse();
    const { items, nextToken } = page(live, token);
    return { Stacks: items.map(stackInfo), NextToken: nextToken };
  },
);
