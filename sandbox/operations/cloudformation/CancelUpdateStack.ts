import { CancelUpdateStack$, type CancelUpdateStackInput } from '@aws-sdk/client-cloudformation';
import { theLiveStack, validationError } from '../../cloudformation/stacks/find.ts';
import { runOf } from '../../cloudformation/stacks/run.ts';
import { operation } from '../../operation.ts';

/** What the update has begun is cancelled, and the stack rolled back. */
export const cancelUpdateStack = operation<CancelUpdateStackInput, object>(CancelUpdateStack$, (input, { world }) => {
  const stack = theLiveStack(world, input.StackName);
  if (stack.status !== 'UPDATE_IN_PROGRESS') {
    throw validationError('CancelUpdateStack cannot be called from current stack status');
  }
  runOf(stack)?.cancel();
  return {};
});
