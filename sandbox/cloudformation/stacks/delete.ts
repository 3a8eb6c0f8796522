/** DeleteStack, from DELETE_IN_PROGRESS to its end. */
import { type Sandbox } from '../../operation.ts';
import { type Stack, type StackResource } from '../../world/cloudformation.ts';
import { failedReason, USER_INITIATED } from './create.ts';
import { recordDeleted, recordStack } from './events.ts';
import { exportConflict } from './exports.ts';
import { isKept, type Removal, removeResources } from './remove-resources.ts';
import { beginRun, runOf } from './run.ts';

/** `retained`: logical ids that are let go. A creation that is under way is given up first. */
export function deleteStackResources(sandbox: Sandbox, stack: Stack, retained: readonly string[]): void {
  const creation = stack.status === 'CREATE_IN_PROGRESS' ? runOf(stack) : undefined;
  if (creation) {
    recordStack(sandbox, stack, 'DELETE_IN_PROGRESS', USER_INITIATED);
    creation.instead = () => {
      remove(sandbox, stack, retained);
    };
    creation.cancel();
    return;
  }
  recordStack(sandbox, stack, 'DELETE_IN_PROGRESS', USER_INITIATED);
  remove(sandbox, stack, retained);
}

function remove(sandbox: Sandbox, stack: Stack, retained: readonly string[]): void {
  const run = beginRun(sandbox, stack);
  const conflict = exportConflict(sandbox.world, stack, []);
  if (conflict !== null) {
    recordStack(sandbox, stack, 'DELETE_FAILED', conflict);
    return;
  }
  const removal = (resource: StackResource, gone: () => void): Removal => ({
    resource,
    keep: isKept(resource) || retained.includes(resource.logicalId),
    gone,
  });
  const removals = [
    ...[...stack.resources].map(([id, resource]) => removal(resource, () => void stack.resources.delete(id))),
    ...[...stack.besides].map((resource) => removal(resource, () => void stack.besides.delete(resource))),
  ];
  run.guard(() => {
    removeResources(run, removals, (failed) => {
      if (failed.length > 0) {
        recordStack(sandbox, stack, 'DELETE_FAILED', failedReason('delete', failed));
        return;
      }
      recordDeleted(sandbox, stack);
    });
  });
}
