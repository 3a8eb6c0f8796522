/** CreateStack, from CREATE_IN_PROGRESS to its end. */
import { type Sandbox } from '../../operation.ts';
import { type Stack } from '../../world/cloudformation.ts';
import { type Evaluation } from '../template/evaluate.ts';
import { declarationOf, newResource } from './context.ts';
import { recordDeleted, recordStack } from './events.ts';
import { runGraph } from './graph.ts';
import { makeResource } from './make-resource.ts';
import { setOutputs } from './outputs.ts';
import { isKept, removeResources } from './remove-resources.ts';
import { beginRun, type Run } from './run.ts';
import { type Evaluated } from './surroundings.ts';

export const USER_INITIATED = 'User Initiated';

export function createResources(sandbox: Sandbox, stack: Stack, evaluated: Evaluated): void {
  const run = beginRun(sandbox, stack);
  recordStack(sandbox, stack, 'CREATE_IN_PROGRESS', USER_INITIATED);
  watchTimeout(run);
  run.guard(() => {
    const { evaluation } = evaluated;
    runGraph(run, {
      ids: evaluation.order,
      before: (id) => evaluation.dependencies(id),
      onFailure: 'cancel',
      start: (id, ended) => makeResource(run, evaluation, added(stack, evaluation, id), CREATED, ended),
      finished: (failed) => {
        if (failed.length > 0) failCreation(run, failedReason('create', failed));
        else complete(run, evaluated);
      },
    });
  });
}

export const CREATED = { verb: 'CREATE', reason: null } as const;

/** A new resource of the stack. */
export function added(stack: Stack, evaluation: Evaluation, logicalId: string) {
  const resource = newResource(logicalId, declarationOf(evaluation, logicalId), evaluation);
  stack.resources.set(logicalId, resource);
  return resource;
}

export const failedReason = (verb: 'create' | 'update' | 'delete', ids: readonly string[]): string =>
  `The following resource(s) failed to ${verb}: [${ids.join(', ')}]. `;

function watchTimeout(run: Run): void {
  const { stack } = run;
  if (stack.timeoutMinutes === null) return;
  run.after(stack.timeoutMinutes * 60_000, () => {
    if (stack.status !== 'CREATE_IN_PROGRESS') return;
    run.instead = () => {
      failCreation(run, `Stack creation time exceeded the specified timeout of ${stack.timeoutMinutes ?? 0} minutes. `);
    };
    run.cancel();
  });
}

function complete(run: Run, evaluated: Evaluated): void {
  const conflict = setOutputs(run.sandbox, run.stack, evaluated);
  if (conflict === null) recordStack(run.sandbox, run.stack, 'CREATE_COMPLETE');
  else failCreation(run, `${conflict}. `);
}

function failCreation(run: Run, reason: string): void {
  const { sandbox, stack } = run;
  run.instead = null;
  if (stack.onFailure === 'DO_NOTHING') {
    recordStack(sandbox, stack, 'CREATE_FAILED', reason);
    return;
  }
  const isRollback = stack.onFailure === 'ROLLBACK';
  const prefix = isRollback ? 'ROLLBACK' : 'DELETE';
  const requested = isRollback ? 'Rollback requested by user.' : 'Delete requested by user.';
  recordStack(sandbox, stack, `${prefix}_IN_PROGRESS`, `${reason}${requested}`);
  const removals = [...stack.resources.values()].map((resource) => ({
    resource,
    keep: isKept(resource, true),
    gone: () => stack.resources.delete(resource.logicalId),
  }));
  removeResources(run, removals, (failed) => {
    if (failed.length > 0) recordStack(sandbox, stack, `${prefix}_FAILED`, failedReason('delete', failed));
    else if (isRollback) recordStack(sandbox, stack, 'ROLLBACK_COMPLETE');
    else recordDeleted(sandbox, stack);
  });
}
