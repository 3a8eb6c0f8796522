/** UpdateStack, from UPDATE_IN_PROGRESS to its end. */
import { type Sandbox } from '../../operation.ts';
import { type Launch, type Stack, type StackResource } from '../../world/cloudformation.ts';
import { CREATED, failedReason, USER_INITIATED } from './create.ts';
import { declarationOf, newResource } from './context.ts';
import { recordResource, recordStack } from './events.ts';
import { runGraph } from './graph.ts';
import { type Ending, type Job } from './job.ts';
import { makeResource } from './make-resource.ts';
import { setOutputs } from './outputs.ts';
import { isKept, type Removal, removeResources } from './remove-resources.ts';
import { rollBackUpdate } from './roll-back.ts';
import { beginRun } from './run.ts';
import { adopt } from './secrets.ts';
import { policyRefusal } from './stack-policy.ts';
import { policyOf, type Update, type UpdateOptions } from './undo.ts';
import { updateResource } from './update-resource.ts';

export function updateResources(sandbox: Sandbox, stack: Stack, options: UpdateOptions): void {
  const update: Update = { ...options, run: beginRun(sandbox, stack), before: launchOf(stack), undo: new Map() };
  adopt(stack, options.launch);
  for (const changeSet of stack.changeSets.values()) {
    const { status, executionStatus } = changeSet;
    // One that is still being made, too: it was reckoned from what the stack was.
    if (status !== 'FAILED' && executionStatus !== 'EXECUTE_COMPLETE') changeSet.executionStatus = 'OBSOLETE';
  }
  stack.updatedAt = sandbox.clock.now();
  recordStack(sandbox, stack, 'UPDATE_IN_PROGRESS', USER_INITIATED);
  update.run.guard(() => {
    const refused = refusedRemovals(update);
    if (refused.length > 0) fail(update, refused);
    else change(update);
  });
}

export const launchOf = (stack: Stack): Launch => {
  const { template, templateBody, parameters, tags, capabilities, notificationArns, roleArn } = stack;
  return { template, templateBody, parameters, tags, capabilities, notificationArns, roleArn };
};

/** Resources that the new template no longer has and that the stack's policy keeps. */
function refusedRemovals(update: Update): string[] {
  const { run } = update;
  return removed(update).flatMap((resource) => {
    const refusal = policyRefusal(policyOf(update), 'Update:Delete', resource);
    if (refusal === null) return [];
    recordResource(run.sandbox, run.stack, resource, 'UPDATE_FAILED', refusal);
    return [resource.logicalId];
  });
}

function removed({ run, evaluated }: Update): StackResource[] {
  const there = new Set(evaluated.evaluation.order);
  return [...run.stack.resources.values()].filter(({ logicalId }) => !there.has(logicalId));
}

function change(update: Update): void {
  const { run, evaluated } = update;
  const { evaluation } = evaluated;
  run.instead = null;
  runGraph(run, {
    ids: evaluation.order,
    before: (id) => evaluation.dependencies(id),
    onFailure: 'cancel',
    start: (id, ended) => changeOne(update, id, ended),
    finished: (failed) => {
      if (failed.length > 0) fail(update, failed);
      else succeed(update);
    },
  });
}

function changeOne(update: Update, logicalId: string, ended: (ending: Ending) => void): Job | null {
  const { run, undo, evaluated } = update;
  const { evaluation } = evaluated;
  const existing = run.stack.resources.get(logicalId);
  if (existing) return updateResource(update, existing, ended);
  const resource = newResource(logicalId, declarationOf(evaluation, logicalId), evaluation);
  run.stack.resources.set(logicalId, resource);
  undo.set(logicalId, { kind: 'created', resource });
  return makeResource(run, evaluation, resource, CREATED, ended);
}

function fail(update: Update, failed: readonly string[]): void {
  const { stack } = update.run;
  const created = failed.filter((id) => stack.resources.get(id)?.status.startsWith('CREATE'));
  const updated = failed.filter((id) => !created.includes(id));
  const reason =
    (created.length > 0 ? failedReason('create', created) : '') +
    (updated.length > 0 ? failedReason('update', updated) : '');
  end(update, reason);
}

function end(update: Update, reason: string): void {
  const { run, disableRollback } = update;
  if (disableRollback) recordStack(run.sandbox, run.stack, 'UPDATE_FAILED', reason);
  else rollBackUpdate(update, reason);
}

function succeed(update: Update): void {
  const { run, evaluated } = update;
  const { sandbox, stack } = run;
  const conflict = setOutputs(sandbox, stack, evaluated);
  if (conflict !== null) {
    end(update, conflict);
    return;
  }
  recordStack(sandbox, stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  removeResources(run, leftovers(update), (failed) => {
    const reason = failed.length > 0 ? 'Update successful. One or more resources could not be deleted.' : null;
    stack.besides.clear();
    recordStack(sandbox, stack, 'UPDATE_COMPLETE', reason);
  });
}

/** What was replaced and what the template no longer has. A resource that cannot be removed is let go all the same. */
function leftovers(update: Update): Removal[] {
  const { stack } = update.run;
  const replaced = [...update.undo.values()].flatMap((undo): Removal[] => {
    if (undo.kind !== 'replaced') return [];
    // The new template says whether it is kept; what it depended on still is as the old one said.
    const resource = { ...undo.replaced, dependencies: undo.old.dependencies };
    const gone = (): void => void stack.besides.delete(undo.replaced);
    return [{ resource, keep: resource.updateReplacePolicy === 'Retain', gone }];
  });
  const left = removed(update).map((resource): Removal => {
    stack.resources.delete(resource.logicalId);
    stack.besides.add(resource);
    return { resource, keep: isKept(resource), gone: () => void stack.besides.delete(resource) };
  });
  return [...replaced, ...left];
}
