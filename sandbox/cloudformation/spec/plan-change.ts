import { type JsonObject } from '../../json.ts';
import { evaluate, type Evaluation } from '../template/evaluate.ts';
import { validationError } from '../template/fault.ts';
import { sameJson } from '../template/shape.ts';
import { type DeletionPolicy, type ResourceDeclaration } from '../template/template.ts';
import { causesOf } from './change-causes.ts';
import { typeFacts } from './check.ts';
import { changesOf, type Effect, strongest } from './effects.ts';
import { type PlannedChange, type PlannedDetail, type PlanSide, type PolicyAction } from './planned-change.ts';
import { tagsOf } from './stack-tags.ts';
import { type Fresh, tokensOf } from './symbolic.ts';

/** What becomes of each resource of the new template. */
type Fate = Effect | 'add' | 'same';

/**
 * What an update of a stack would change, without making anything: resources in the order of the new template's
 * dependencies, then removed ones. `before` null: a new stack. A resource that is replaced yields another Ref and other
 * attributes, so what names it changes too. Change sets also list what names an *attribute* of a resource that is changed in
 * place, though it seldom changes: such entries are not `certain` (known from use, not proven on AWS here).
 * Throws an AwsError `ValidationError` where a template does not evaluate or a resource's type is changed.
 */
export function planChange(before: PlanSide | null, after: PlanSide): readonly PlannedChange[] {
  const now = evaluate(after.template, after.values, after.surroundings);
  if (!before) return now.order.map((logicalId) => added(after, logicalId));
  const old = evaluate(before.template, before.values, before.surroundings);
  checkTypes(before, after, old, now);
  const fates = new Map<string, Fate>();
  const changes = now.order.flatMap((logicalId) => {
    const change = old.order.includes(logicalId)
      ? modified({ before, after, old, now, fates }, logicalId)
      : added(after, logicalId);
    fates.set(logicalId, fateOf(change));
    return change ?? [];
  });
  const gone = old.order.filter((logicalId) => !now.order.includes(logicalId));
  return [...changes, ...gone.map((logicalId) => removed(before, logicalId))];
}

/** What is no property (metadata, policies) leaves the resource itself alone. */
function fateOf(change: PlannedChange | null): Fate {
  if (!change) return 'same';
  if (change.effect === null) return 'add';
  return change.details.some(({ property }) => property !== null) ? change.effect : 'same';
}

interface Plan {
  readonly before: PlanSide;
  readonly after: PlanSide;
  readonly old: Evaluation;
  readonly now: Evaluation;
  readonly fates: ReadonlyMap<string, Fate>;
}

/** CloudFormation does not turn a resource into one of another type. */
function checkTypes(before: PlanSide, after: PlanSide, old: Evaluation, now: Evaluation): void {
  const other = now.order.filter(
    (name) => old.order.includes(name) && declared(before, name).type !== declared(after, name).type,
  );
  if (other.length === 0) return;
  throw validationError(
    `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${other.join(', ')}]`,
  );
}

function declared({ template }: PlanSide, logicalId: string): ResourceDeclaration {
  const found = template.resources.get(logicalId);
  if (!found) throw validationError(`Resource ${logicalId} is not in the template.`);
  return found;
}

function added(after: PlanSide, logicalId: string): PlannedChange {
  const { type } = declared(after, logicalId);
  return {
    action: 'Add',
    logicalId,
    type,
    effect: null,
    replacement: null,
    policyAction: null,
    certain: true,
    details: [],
  };
}

function removed(before: PlanSide, logicalId: string): PlannedChange {
  const { type, deletionPolicy } = declared(before, logicalId);
  const policyAction = policyOf(deletionPolicy);
  return {
    action: 'Remove',
    logicalId,
    type,
    effect: null,
    replacement: null,
    policyAction,
    certain: true,
    details: [],
  };
}

const policyOf = (policy: DeletionPolicy): 'Delete' | 'Retain' | 'Snapshot' =>
  policy === 'RetainExceptOnCreate' ? 'Retain' : policy;

function modified(plan: Plan, logicalId: string): PlannedChange | null {
  const { type, updateReplacePolicy } = declared(plan.after, logicalId);
  const details = [
    ...propertyDetails(plan, logicalId),
    ...tagDetails(plan, logicalId),
    ...otherDetails(plan, logicalId),
  ];
  if (details.length === 0) return null;
  const effect = strongest(details.map((each) => each.effect));
  const replacement = strongest(details.map(shownEffect));
  const policyAction: PolicyAction | null = effect === 'replace' ? `ReplaceAnd${policyOf(updateReplacePolicy)}` : null;
  return {
    action: 'Modify',
    logicalId,
    type,
    effect,
    replacement: ({ replace: 'True', conditional: 'Conditional', update: 'False' } as const)[replacement],
    policyAction,
    certain: details.some(({ certain }) => certain),
    details,
  };
}

/** A change set knows no value that comes from a resource still to be made. */
function shownEffect({ effect, causes }: PlannedDetail): Effect {
  const known = causes.some(({ source }) => source === 'DirectModification' || source === 'ParameterReference');
  return effect === 'replace' && !known ? 'conditional' : effect;
}

/** Replaced or new for certain; with `possible`, whatever may yield something else. */
const freshness =
  ({ fates }: Plan, possible: boolean) =>
  (logicalId: string): Fresh => {
    const fate = fates.get(logicalId) ?? 'same';
    const other = fate === 'replace' || fate === 'add' || (possible && fate === 'conditional');
    return { ref: other, attributes: other || (possible && fate === 'update') };
  };

function propertyDetails(plan: Plan, logicalId: string): readonly PlannedDetail[] {
  const { type } = declared(plan.after, logicalId);
  const previous = propertiesBefore(plan, logicalId);
  const resolved = (possible: boolean): JsonObject =>
    plan.now.properties(logicalId, tokensOf(plan.after.template, freshness(plan, possible)));
  const tags = typeFacts(type)?.tags?.property;
  const certain = new Map(changesOf(type, previous, resolved(false)).map(({ property, effect }) => [property, effect]));
  return changesOf(type, previous, resolved(true))
    .filter(({ property }) => property !== tags)
    .map(({ property, effect }) => ({
      scope: 'Properties' as const,
      property,
      effect: certain.get(property) ?? (effect === 'replace' ? 'conditional' : effect),
      causes: causesOf(plan.before, plan.after, logicalId, property, freshness(plan, true)),
      certain: certain.has(property),
    }));
}

const propertiesBefore = ({ before, old }: Plan, logicalId: string): JsonObject =>
  old.properties(
    logicalId,
    tokensOf(before.template, () => ({ ref: false, attributes: false })),
  );

/** The resource's own tags and the stack's, as they come out together. */
function tagDetails(plan: Plan, logicalId: string): readonly PlannedDetail[] {
  const { type } = declared(plan.after, logicalId);
  const property = typeFacts(type)?.tags?.property;
  if (property === undefined) return [];
  const after = plan.now.properties(logicalId, tokensOf(plan.after.template, freshness(plan, false)));
  const old = tagsOf(type, propertiesBefore(plan, logicalId), plan.before.stackTags);
  const now = tagsOf(type, after, plan.after.stackTags);
  if (sameJson(Object.fromEntries(old), Object.fromEntries(now))) return [];
  const [own] = changesOf(type, { [property]: 'before' }, { [property]: 'after' });
  const causes = causesOf(plan.before, plan.after, logicalId, property, freshness(plan, false));
  return [{ scope: 'Tags', property, effect: own?.effect ?? 'update', causes, certain: true }];
}

function otherDetails({ before, after }: Plan, logicalId: string): readonly PlannedDetail[] {
  const [old, now] = [declared(before, logicalId), declared(after, logicalId)];
  const scopes = [
    ['Metadata', old.metadata, now.metadata],
    ['DeletionPolicy', old.deletionPolicy, now.deletionPolicy],
    ['UpdateReplacePolicy', old.updateReplacePolicy, now.updateReplacePolicy],
  ] as const;
  return scopes
    .filter(([, was, is]) => !sameJson(was, is))
    .map(([scope]) => ({
      scope,
      property: null,
      effect: 'update' as const,
      causes: [{ source: 'DirectModification' as const, entity: null }],
      certain: true,
    }));
}
