import { ContinueUpdateRollback$, type ContinueUpdateRollbackInput } from '@aws-sdk/client-cloudformation';
import { theLiveStack, validationError } from '../../cloudformation/stacks/find.ts';
import { continueRollback } from '../../cloudformation/stacks/roll-back.ts';
import { operation } from '../../operation.ts';

export const continueUpdateRollback = operation<ContinueUpdateRollbackInput, object>(
  ContinueUpdateRollback$,
  (input, sandbox) => {
    const stack = theLiveStack(sandbox.world, input.StackName);
    if (stack.status !== 'UPDATE_ROLLBACK_FAILED') {
      throw validationError(
        `Stack:${stack.id} is in ${stack.status} state and can not continue update rollback: it must be UPDATE_ROLLBACK_FAILED.`,
      );
    }
    const skipped = input.ResourcesToSkip ?? [];
    const wrong = skipped.filter((id) => stack.resources.get(id)?.status !== 'UPDATE_FAILED');
    if (wrong.length > 0) {
      throw validationError(
        `Only resources in UPDATE_FAILED state can be skipped; these of stack [${stack.name}] are not: [${wrong.join(', ')}]`,
      );
    }
    stack.clientRequestToken = input.ClientRequestToken ?? null;
    continueRollback(sandbox, stack, skipped);
    return {};
  },
);
