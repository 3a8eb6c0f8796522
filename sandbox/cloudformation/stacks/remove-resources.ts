import { type StackResource } from '../../world/cloudformation.ts';
import { contextOf } from './context.ts';
import { recordResource } from './events.ts';
import { isNotFound } from './failure-reason.ts';
import { runGraph } from './graph.ts';
import { handlerOf } from './handler-of.ts';
import { type Ending, Job } from './job.ts';
import { type Run } from './run.ts';

/** A resource that is to go, or to be let go. */
export interface Removal {
  readonly resource: StackResource;
  readonly keep: boolean;
  /** When it is gone, or let go. */
  readonly gone: () => void;
}

/** Removes all, each after those that depend on it; `finished` gets the logical ids of those that stayed. */
export function removeResources(run: Run, removals: readonly Removal[], finished: (failed: readonly string[]) => void) {
  // Twice the same logical id: what a replacement left behind, beside what replaced it.
  const byKey = new Map(removals.map((removal, index) => [`${index}`, removal]));
  runGraph(run, {
    ids: [...byKey.keys()],
    onFailure: 'goOn',
    before: (key) => {
      const id = byKey.get(key)?.resource.logicalId ?? '';
      return [...byKey].filter(([, { resource }]) => resource.dependencies.includes(id)).map(([other]) => other);
    },
    start: (key, end) => {
      const removal = byKey.get(key);
      return removal ? start(run, removal, end) : null;
    },
    finished: (failed) => {
      finished(failed.map((key) => byKey.get(key)?.resource.logicalId ?? ''));
    },
  });
}

function start(run: Run, { resource, keep, gone }: Removal, ended: (ending: Ending) => void): Job | null {
  const { sandbox, stack } = run;
  if (keep && resource.made) {
    recordResource(sandbox, stack, resource, 'DELETE_SKIPPED');
    gone();
    return null;
  }
  if (!resource.made) {
    recordResource(sandbox, stack, resource, 'DELETE_COMPLETE');
    gone();
    return null;
  }
  recordResource(sandbox, stack, resource, 'DELETE_IN_PROGRESS');
  return removeResource(run, resource, (ending) => {
    if (ending.kind === 'done') {
      recordResource(sandbox, stack, resource, 'DELETE_COMPLETE');
      gone();
    } else {
      const reason = ending.kind === 'failed' ? ending.reason : 'Resource deletion cancelled';
      recordResource(sandbox, stack, resource, 'DELETE_FAILED', reason);
    }
    ended(ending);
  });
}

function removeResource(run: Run, resource: StackResource, ended: (ending: Ending) => void): Job {
  const { logicalId, type, made, properties } = resource;
  const handler = handlerOf(type);
  const context = contextOf(run, logicalId);
  const job = new Job(run, type, ended);
  if (!made) throw new Error(`${logicalId} is not there.`);
  const remove = async (): Promise<void> => {
    try {
      await handler.remove?.(made, properties, context);
    } catch (cause) {
      // Someone has removed it already: CloudFormation's handlers take that for done.
      if (!isNotFound(cause)) throw cause;
    }
  };
  job.call(handler.remove ? remove : () => undefined, () => {
    job.settle(
      () => handler.gone?.(made, context) ?? 'done',
      () => {
        job.done();
      },
    );
  });
  return job;
}

/** The resource's own policy; on a creation's rollback `RetainExceptOnCreate` does not keep it. */
export const isKept = ({ deletionPolicy }: StackResource, onCreation = false): boolean =>
  deletionPolicy === 'Retain' || (deletionPolicy === 'RetainExceptOnCreate' && !onCreation);
