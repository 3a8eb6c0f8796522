import {
  UpdateTerminationProtection$,
  type UpdateTerminationProtectionInput,
  type UpdateTerminationProtectionOutput,
} from '@aws-sdk/client-cloudformation';
import { theLiveStack } from '../../cloudformation/stacks/find.ts';
import { operation } from '../../operation.ts';

export const updateTerminationProtection = operation<
  UpdateTerminationProtectionInput,
  UpdateTerminationProtectionOutput
>(UpdateTerminationProtection$, ({ StackName: name, EnableTerminationProtection: enable = false }, { world }) => {
  const stack = theLiveStack(world, name);
  stack.terminationProtection = enable;
  return { StackId: stack.id };
});
