import { ExecuteChangeSet$, type ExecuteChangeSetInput } from '@aws-sdk/client-cloudformation';
import { executeChangeSet as execute, theChangeSet } from '../../cloudformation/stacks/change-sets.ts';
import { operation } from '../../operation.ts';

export const executeChangeSet = operation<ExecuteChangeSetInput, object>(ExecuteChangeSet$, (input, sandbox) => {
  execute(sandbox, theChangeSet(sandbox.world, input.StackName, input.ChangeSetName), {
    clientRequestToken: input.ClientRequestToken ?? null,
    disableRollback: input.DisableRollback ?? false,
  });
  return {};
});
