import {
  DescribeStackResources$,
  type DescribeStackResourcesInput,
  type DescribeStackResourcesOutput,
} from '@aws-sdk/client-cloudformation';
import { findStack, validationError } from '../../cloudformation/stacks/find.ts';
import { operation } from '../../operation.ts';
import { resourceInfo } from './resource-info.ts';

/** Of a stack, or of the stack that a physical resource is part of. */
export const describeStackResources = operation<DescribeStackResourcesInput, DescribeStackResourcesOutput>(
  DescribeStackResources$,
  (input, { world }) => {
    const { StackName: name, PhysicalResourceId: physicalId, LogicalResourceId: logicalId } = input;
    if ((name === undefined) === (physicalId === undefined)) {
      throw validationError('Give either StackName or PhysicalResourceId.');
    }
    const stack =
      name === undefined
        ? [...world.cloudformation.stacks.values()].find(({ resources }) =>
            [...resources.values()].some(({ made }) => made?.physicalId === physicalId),
          )
        : findStack(world, name);
    if (!stack) throw validationError(`Stack for ${name ?? physicalId ?? ''} does not exist`);
    const resources = [...stack.resources.values()].filter((each) => (logicalId ?? each.logicalId) === each.logicalId);
    return { StackResources: resources.map((resource) => resourceInfo(stack, resource)) };
  },
);
