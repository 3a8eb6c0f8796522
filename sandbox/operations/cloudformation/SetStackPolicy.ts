import { SetStackPolicy$, type SetStackPolicyInput } from '@aws-sdk/client-cloudformation';
import { theLiveStack, validationError } from '../../cloudformation/stacks/find.ts';
import { policyGiven } from '../../cloudformation/stacks/policy-given.ts';
import { operation } from '../../operation.ts';

export const setStackPolicy = operation<SetStackPolicyInput, object>(SetStackPolicy$, (input, { world }) => {
  const stack = theLiveStack(world, input.StackName);
  const policy = policyGiven(input.StackPolicyBody, input.StackPolicyURL);
  if (policy === null) throw validationError('You must specify either StackPolicyBody or StackPolicyURL.');
  stack.policy = policy;
  return {};
});
