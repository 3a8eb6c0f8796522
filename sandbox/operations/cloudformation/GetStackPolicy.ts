import { GetStackPolicy$, type GetStackPolicyInput, type GetStackPolicyOutput } from '@aws-sdk/client-cloudformation';
import { theLiveStack } from '../../cloudformation/stacks/find.ts';
import { operation } from '../../operation.ts';

export const getStackPolicy = operation<GetStackPolicyInput, GetStackPolicyOutput>(
  GetStackPolicy$,
  ({ StackName: name }, { world }) => ({ StackPolicyBody: theLiveStack(world, name).policy ?? undefined }),
);
