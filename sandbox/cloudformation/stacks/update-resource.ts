import { type JsonObject } from '../../json.ts';
import { type StackResource } from '../../world/cloudformation.ts';
import { changesOf, type PropertyChange } from '../spec/effects.ts';
import { contextOf, declarationOf, newResource, resolvedProperties } from './context.ts';
import { recordResource } from './events.ts';
import { failureReason } from './failure-reason.ts';
import { handlerOf, isLive } from './handler-of.ts';
import { type Ending, Job } from './job.ts';
import { makeResource, recordEnding } from './make-resource.ts';
import { type Run } from './run.ts';
import { policyRefusal } from './stack-policy.ts';
import { withStackTags } from './tags.ts';
import { policyOf, type Undo, type Update } from './undo.ts';

/** Changes it in place or replaces it; null where nothing of it changes. */
export function updateResource(update: Update, resource: StackResource, ended: (ending: Ending) => void): Job | null {
  const { run } = update;
  const fail = (reason: string): null => {
    const ending = { kind: 'failed', reason } as const;
    recordEnding(run, resource, 'UPDATE', ending);
    ended(ending);
    return null;
  };
  const after = attempt(run, resource, () => resolvedProperties(run, update.evaluated.evaluation, resource));
  if (typeof after === 'string') return fail(after);
  const changes = changesFrom(resource, after, update);
  const old = { ...resource };
  refresh(resource, update);
  update.undo.set(resource.logicalId, { kind: 'refreshed', resource, old });
  if (changes.length === 0) return null;
  const replaces = changes.some(({ effect }) => effect === 'replace');
  const refusal = policyRefusal(policyOf(update), replaces ? 'Update:Replace' : 'Update:Modify', resource);
  if (refusal !== null) return fail(refusal);
  const pair = { resource, old };
  return replaces ? replace(update, pair, ended) : changeInPlace(update, pair, after, ended);
}

/** What `work` yields, or why it cannot. */
function attempt(run: Run, { type }: StackResource, work: () => JsonObject): JsonObject | string {
  try {
    return work();
  } catch (cause) {
    return failureReason(run, type, cause);
  }
}

function changesFrom(
  { type, properties }: StackResource,
  after: JsonObject,
  { before, launch }: Update,
): readonly PropertyChange[] {
  const tagged = (given: JsonObject, tags: ReadonlyMap<string, string>): JsonObject =>
    isLive(type) ? withStackTags(type, given, tags) : given;
  return changesOf(type, tagged(properties, before.tags), tagged(after, launch.tags));
}

/** What no service is told. */
function refresh(resource: StackResource, { evaluated: { evaluation } }: Update): void {
  const { dependencies, deletionPolicy, updateReplacePolicy } = newResource(
    resource.logicalId,
    declarationOf(evaluation, resource.logicalId),
    evaluation,
  );
  Object.assign(resource, { dependencies, deletionPolicy, updateReplacePolicy });
}

const REPLACED = 'Requested update requires the creation of a new physical resource; hence creating one.';

function replace(update: Update, { resource: replaced, old }: Pair, ended: (ending: Ending) => void): Job {
  const { run, undo, evaluated } = update;
  const { logicalId } = replaced;
  const { evaluation } = evaluated;
  const resource = newResource(logicalId, declarationOf(evaluation, logicalId), evaluation);
  undo.set(logicalId, { kind: 'replaced', resource, replaced, old });
  run.stack.besides.add(replaced);
  run.stack.resources.set(logicalId, resource);
  const words = { verb: 'UPDATE', reason: REPLACED, replaces: replaced.made?.physicalId ?? '' } as const;
  return makeResource(run, evaluation, resource, words, ended);
}

/** A resource, and as it was before the update. */
interface Pair {
  readonly resource: StackResource;
  readonly old: StackResource;
}

function changeInPlace(
  { run, undo }: Update,
  { resource, old }: Pair,
  after: JsonObject,
  ended: (ending: Ending) => void,
): Job {
  const change: Undo = { kind: 'changed', resource, old, accepted: false };
  undo.set(resource.logicalId, change);
  return alter(run, resource, after, ended, () => {
    change.accepted = true;
  });
}

/** Gives a resource other properties, with its events. `accepted` is called once the service has taken them. */
export function alter(
  run: Run,
  resource: StackResource,
  after: JsonObject,
  ended: (ending: Ending) => void,
  accepted: () => void,
): Job {
  const { logicalId, type, properties: previous, made } = resource;
  if (!made) throw new Error(`${logicalId} is not there.`);
  const handler = handlerOf(type);
  const context = contextOf(run, logicalId);
  const job = new Job(run, type, (ending) => {
    recordEnding(run, resource, 'UPDATE', ending);
    ended(ending);
  });
  resource.properties = after;
  recordResource(run.sandbox, run.stack, resource, 'UPDATE_IN_PROGRESS');
  job.call(
    () => handler.update?.(made, after, previous, context) ?? made,
    (changed) => {
      accepted();
      resource.made = changed;
      job.settle(
        () => handler.settled?.(changed, context) ?? 'done',
        () => {
          job.done();
        },
      );
    },
  );
  return job;
}
