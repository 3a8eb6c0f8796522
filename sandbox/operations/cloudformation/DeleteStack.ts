import { DeleteStack$, type DeleteStackInput } from '@aws-sdk/client-cloudformation';
import { deleteStackResources } from '../../cloudformation/stacks/delete.ts';
import { findStack, validationError } from '../../cloudformation/stacks/find.ts';
import { isInProgress } from '../../cloudformation/stacks/updatable.ts';
import { operation } from '../../operation.ts';

/** What is not there, or is going already, is no error. */
export const deleteStack = operation<DeleteStackInput, object>(DeleteStack$, (input, sandbox) => {
  const { StackName: name = '', RetainResources: retained = [] } = input;
  const stack = findStack(sandbox.world, name);
  if (!stack || stack.status === 'DELETE_COMPLETE' || stack.status === 'DELETE_IN_PROGRESS') return {};
  if (stack.terminationProtection) {
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  }
  if (isInProgress(stack) && stack.status !== 'CREATE_IN_PROGRESS') {
    throw validationError(`Stack [${stack.id}] cannot be deleted while in status ${stack.status}`);
  }
  if (retained.length > 0 && stack.status !== 'DELETE_FAILED') {
    throw validationError(
      `Invalid operation on stack [${stack.id}]. Resources to retain can only be specified for a stack in DELETE_FAILED state.`,
    );
  }
  const left = [...stack.resources.values(), ...stack.besides].map(({ logicalId }) => logicalId);
  const unknown = retained.filter((id) => !left.includes(id));
  if (unknown.length > 0) {
    throw validationError(
      `Resources [${unknown.join(', ')}] do not exist on stack [${stack.name}], or are deleted already`,
    );
  }
  stack.clientRequestToken = input.ClientRequestToken ?? null;
  deleteStackResources(sandbox, stack, retained);
  return {};
});
