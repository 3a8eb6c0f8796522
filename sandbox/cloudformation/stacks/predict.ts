/** What an update would do, before it is done: change sets, and whether there is anything to update. */
import { isDeepStrictEqual } from 'node:util';
import { type Json, type JsonObject } from '../../json.ts';
import { AwsError } from '../../operation.ts';
import { type Launch, type ResourceChange, type Stack, type StackResource } from '../../world/cloudformation.ts';
import { typeFacts } from '../spec/check.ts';
import { changesOf, type PropertyChange } from '../spec/effects.ts';
import { type Evaluation } from '../template/evaluate.ts';
import { type Made } from '../template/template.ts';
import { changeDetails } from './change-details.ts';
import { validationError } from './find.ts';
import { isLive } from './handler-of.ts';
import { withStackTags } from './tags.ts';

/** CloudFormation shows this in place of values that are only known once the change is made. */
export const UNKNOWN = '{{changeSet:KNOWN_AFTER_APPLY}}';

/** Changes of an update of `stack` to `launch`, in the order in which they would be made; removals last. */
export function predictChanges(stack: Stack, launch: Launch, evaluation: Evaluation): readonly ResourceChange[] {
  const renewed = new Set<string>();
  const changes: ResourceChange[] = [];
  for (const logicalId of evaluation.order) {
    const existing = stack.resources.get(logicalId);
    const change = existing ? modification(stack, launch, evaluation, existing, renewed) : addition(launch, logicalId);
    if (change === null) continue;
    if (change.action === 'Add' || change.replacement !== 'False') renewed.add(logicalId);
    changes.push(change);
  }
  const there = new Set(evaluation.order);
  const removals = [...stack.resources.values()].filter(({ logicalId }) => !there.has(logicalId));
  return [...changes, ...removals.map(removal)];
}

const nothing = { replacement: null, scope: [], details: [] } as const;

const addition = ({ template }: Launch, logicalId: string): ResourceChange => ({
  ...nothing,
  action: 'Add',
  logicalId,
  physicalId: null,
  type: template.resources.get(logicalId)?.type ?? '',
  policyAction: null,
});

const removal = ({ logicalId, made, type, deletionPolicy }: StackResource): ResourceChange => ({
  ...nothing,
  action: 'Remove',
  logicalId,
  physicalId: made?.physicalId ?? null,
  type,
  policyAction: deletionPolicy === 'Delete' ? 'Delete' : 'Retain',
});

function modification(
  stack: Stack,
  launch: Launch,
  evaluation: Evaluation,
  resource: StackResource,
  renewed: ReadonlySet<string>,
): ResourceChange | null {
  const { logicalId, type, made } = resource;
  const changed = changedProperties(stack, launch, evaluation, resource, renewed);
  const details = changeDetails({ stack, launch, logicalId, changed, renewed });
  if (details.length === 0) return null;
  const replaces = details.some(
    ({ requiresRecreation: needed, evaluation: known }) => needed === 'Always' && known === 'Static',
  );
  const perhaps = details.some(({ requiresRecreation }) => requiresRecreation !== 'Never');
  const replacement = replaces ? 'True' : perhaps ? 'Conditional' : 'False';
  const kept = launch.template.resources.get(logicalId)?.updateReplacePolicy === 'Retain';
  return {
    action: 'Modify',
    logicalId,
    physicalId: made?.physicalId ?? null,
    type,
    replacement,
    scope: [...new Set(details.map(({ attribute }) => attribute))],
    details,
    policyAction: replacement === 'False' ? null : kept ? 'ReplaceAndRetain' : 'ReplaceAndDelete',
  };
}

function changedProperties(
  stack: Stack,
  launch: Launch,
  evaluation: Evaluation,
  resource: StackResource,
  renewed: ReadonlySet<string>,
): readonly PropertyChange[] {
  const { type, logicalId, properties } = resource;
  const before = isLive(type) ? withStackTags(type, properties, stack.tags) : properties;
  try {
    const after = evaluation.properties(logicalId, (id) => foreseen(stack, launch, id, renewed));
    return changesOf(type, before, withStackTags(type, after, launch.tags));
  } catch (cause) {
    if (!(cause instanceof AwsError)) throw cause;
    // A function cannot work on what is not there yet: whatever is written differently counts as changed.
    const declared = (which: Pick<Launch, 'template'>): JsonObject =>
      which.template.resources.get(logicalId)?.properties ?? {};
    return changesOf(type, declared(stack), declared(launch));
  }
}

/** What a resource is taken for: itself, or something of its form that is not known yet. */
function foreseen(stack: Stack, launch: Launch, id: string, renewed: ReadonlySet<string>): Made | undefined {
  const made = stack.resources.get(id)?.made ?? undefined;
  if (!renewed.has(id)) return made;
  const marked = (value: Json): Json => (typeof value === 'string' ? value + UNKNOWN : value);
  if (made) {
    return {
      physicalId: made.physicalId + UNKNOWN,
      ref: made.ref + UNKNOWN,
      attributes: Object.fromEntries(Object.entries(made.attributes).map(([name, value]) => [name, marked(value)])),
    };
  }
  const type = launch.template.resources.get(id)?.type ?? '';
  return {
    physicalId: UNKNOWN,
    ref: UNKNOWN,
    attributes: Object.fromEntries((typeFacts(type)?.attributes ?? []).map((name) => [name, UNKNOWN])),
  };
}

/** Whether an update would change what the stack tells of itself. */
export function outputsChange(stack: Stack, evaluation: Evaluation): boolean {
  try {
    return !isDeepStrictEqual(
      evaluation.outputs((id) => stack.resources.get(id)?.made ?? undefined),
      stack.outputs,
    );
  } catch (cause) {
    if (cause instanceof AwsError) return true;
    throw cause;
  }
}

/** Throws a `ValidationError` where a resource would become one of another type under its logical id. */
export function refuseNewTypes(stack: Stack, { template }: Launch): void {
  const changed = [...stack.resources.values()]
    .filter(({ logicalId, type }) => (template.resources.get(logicalId)?.type ?? type) !== type)
    .map(({ logicalId }) => logicalId);
  if (changed.length === 0) return;
  throw validationError(
    'Update of resource type is not permitted. The new template modifies resource type of the following resources: ' +
      `[${changed.join(', ')}]`,
  );
}
