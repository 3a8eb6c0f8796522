import {
  DescribeStackResource$,
  type DescribeStackResourceInput,
  type DescribeStackResourceOutput,
} from '@aws-sdk/client-cloudformation';
import { theLiveStack, validationError } from '../../cloudformation/stacks/find.ts';
import { operation } from '../../operation.ts';
import { resourceSummary } from './resource-info.ts';

export const describeStackResource = operation<DescribeStackResourceInput, DescribeStackResourceOutput>(
  DescribeStackResource$,
  ({ StackName: name, LogicalResourceId: id = '' }, { world }) => {
    const stack = theLiveStack(world, name);
    const resource = stack.resources.get(id);
    if (!resource) throw validationError(`Resource ${id} does not exist for stack ${stack.name}`);
    const metadata = stack.template.resources.get(id)?.metadata ?? {};
    return {
      StackResourceDetail: {
        ...resourceSummary(resource),
        StackName: stack.name,
        StackId: stack.id,
        LastUpdatedTimestamp: new Date(resource.changedAt),
        Metadata: JSON.stringify(metadata),
      },
    };
  },
);
