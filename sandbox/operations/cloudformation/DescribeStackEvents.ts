import {
  DescribeStackEvents$,
  type DescribeStackEventsInput,
  type DescribeStackEventsOutput,
} from '@aws-sdk/client-cloudformation';
import { findStack, validationError } from '../../cloudformation/stacks/find.ts';
import { operation } from '../../operation.ts';
import { page } from './page.ts';
import { eventInfo } from './shapes.ts';

/** Newest first. */
export const describeStackEvents = operation<DescribeStackEventsInput, DescribeStackEventsOutput>(
  DescribeStackEvents$,
  ({ StackName: name = '', NextToken: token }, { world }) => {
    const stack = findStack(world, name);
    if (!stack) throw validationError(`Stack [${name}] does not exist`);
    const { items, nextToken } = page(stack.events, token);
    return { StackEvents: items.map((event) => eventInfo(stack, event)), NextToken: nextToken };
  },
);
