import { DeleteChangeSet$, type DeleteChangeSetInput } from '@aws-sdk/client-cloudformation';
import { findChangeSet } from '../../cloudformation/stacks/change-sets.ts';
import { operation } from '../../operation.ts';

/** One that is not there is no error; a stack that was only made for it stays. */
export const deleteChangeSet = operation<DeleteChangeSetInput, object>(DeleteChangeSet$, (input, { world }) => {
  const found = findChangeSet(world, input.StackName, input.ChangeSetName ?? '');
  found?.stack.changeSets.delete(found.changeSet.id);
  return {};
});
