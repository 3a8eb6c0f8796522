/** Takes a failed update back: UPDATE_ROLLBACK_IN_PROGRESS to its end. */
import { type Sandbox } from '../../operation.ts';
import { type Launch, type Stack, type StackResource } from '../../world/cloudformation.ts';
import { failedReason } from './create.ts';
import { recordResource, recordStack } from './events.ts';
import { runGraph } from './graph.ts';
import { type Ending, type Job } from './job.ts';
import { isKept, type Removal, removeResources } from './remove-resources.ts';
import { beginRun, type Run } from './run.ts';
import { type Undo } from './undo.ts';
import { alter } from './update-resource.ts';

interface Rollback {
  /** What is still to be taken back, by logical id. */
  readonly undo: Map<string, Undo>;
  /** What is to be removed once everything else is as it was. */
  readonly removals: Removal[];
}

/** Those that failed half-way: ContinueUpdateRollback takes them up again. */
const unfinished = new WeakMap<Stack, Rollback>();

interface Failed {
  readonly run: Run;
  readonly before: Launch;
  readonly undo: Map<string, Undo>;
}

export function rollBackUpdate({ run, before, undo }: Failed, reason: string): void {
  const { sandbox, stack } = run;
  run.instead = null;
  Object.assign(stack, before);
  recordStack(sandbox, stack, 'UPDATE_ROLLBACK_IN_PROGRESS', reason);
  takeBack(run, { undo: new Map(undo), removals: [] });
}

/** ContinueUpdateRollback; `skipped` are left as they are. */
export function continueRollback(sandbox: Sandbox, stack: Stack, skipped: readonly string[]): void {
  const run = beginRun(sandbox, stack);
  const rollback = unfinished.get(stack) ?? { undo: new Map<string, Undo>(), removals: [] };
  for (const id of skipped) rollback.undo.delete(id);
  recordStack(sandbox, stack, 'UPDATE_ROLLBACK_IN_PROGRESS', 'User Initiated');
  run.guard(() => {
    takeBack(run, rollback);
  });
}

function takeBack(run: Run, rollback: Rollback): void {
  const { undo } = rollback;
  runGraph(run, {
    ids: [...undo.keys()],
    before: (id) => dependenciesOf(undo.get(id)),
    onFailure: 'goOn',
    start: (id, ended) =>
      takeBackOne(run, rollback, undo.get(id), (ending) => {
        if (ending.kind === 'done') undo.delete(id);
        ended(ending);
      }),
    finished: (failed) => {
      finish(run, rollback, failed);
    },
  });
}

/** As they were before the update: a service goes back after the task definition that it names. */
const dependenciesOf = (undo: Undo | undefined): readonly string[] =>
  undo === undefined || undo.kind === 'created' ? [] : undo.old.dependencies;

function takeBackOne(
  run: Run,
  rollback: Rollback,
  undo: Undo | undefined,
  ended: (ending: Ending) => void,
): Job | null {
  const { sandbox, stack } = run;
  if (undo === undefined) return null;
  if (undo.kind === 'created' || undo.kind === 'replaced') {
    if (undo.kind === 'created') stack.resources.delete(undo.resource.logicalId);
    else restore(run, undo);
    const { resource } = undo;
    // It was made by what is taken back: only Retain keeps it (CloudFormation reference: DeletionPolicy).
    if (resource.made) {
      stack.besides.add(resource);
      const gone = (): void => void stack.besides.delete(resource);
      rollback.removals.push({ resource, keep: isKept(resource, true), gone });
    }
    ended({ kind: 'done' });
    return null;
  }
  const { resource, old } = undo;
  settleBack(resource, old);
  if (undo.kind === 'refreshed') {
    ended({ kind: 'done' });
    return null;
  }
  if (undo.accepted) return alter(run, resource, old.properties, ended, () => undefined);
  resource.properties = old.properties;
  recordResource(sandbox, stack, resource, 'UPDATE_IN_PROGRESS');
  recordResource(sandbox, stack, resource, 'UPDATE_COMPLETE');
  ended({ kind: 'done' });
  return null;
}

/** What it was replaced with goes; it was there all the time. */
function restore({ sandbox, stack }: Run, { replaced, old }: Extract<Undo, { kind: 'replaced' }>): void {
  settleBack(replaced, old);
  stack.besides.delete(replaced);
  stack.resources.set(replaced.logicalId, replaced);
  recordResource(sandbox, stack, replaced, 'UPDATE_COMPLETE');
}

/** What no service is told. */
function settleBack(
  resource: StackResource,
  { dependencies, deletionPolicy, updateReplacePolicy }: StackResource,
): void {
  Object.assign(resource, { dependencies, deletionPolicy, updateReplacePolicy });
}

function finish(run: Run, rollback: Rollback, failed: readonly string[]): void {
  const { sandbox, stack } = run;
  if (failed.length > 0) {
    unfinished.set(stack, rollback);
    recordStack(sandbox, stack, 'UPDATE_ROLLBACK_FAILED', failedReason('update', failed));
    return;
  }
  unfinished.delete(stack);
  recordStack(sandbox, stack, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  removeResources(run, rollback.removals, () => {
    stack.besides.clear();
    recordStack(sandbox, stack, 'UPDATE_ROLLBACK_COMPLETE');
  });
}
