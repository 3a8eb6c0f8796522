/** What an update would do, before it is done: change sets, and whether there is anything to update. */
import { isDeepStrictEqual } from 'node:util';
import { AwsError, type Sandbox } from '../../operation.ts';
import { type ChangeDetail, type Launch, type ResourceChange, type Stack } from '../../world/cloudformation.ts';
import { planChange } from '../spec/plan-change.ts';
import { type PlannedChange, type PlannedDetail, type PlanSide } from '../spec/planned-change.ts';
import { type Evaluation } from '../template/evaluate.ts';
import { Exports } from './exports.ts';
import { madeBy, type Place, surroundingsOf } from './surroundings.ts';

/** Changes of an update of `stack` to `launch`, in the order in which they would be made; removals last. */
export function predictChanges(sandbox: Sandbox, stack: Stack, launch: Launch): readonly ResourceChange[] {
  const changes = planChange(sideOf(sandbox, stack, stack), sideOf(sandbox, stack, launch));
  return changes.map((change) => changeOf(change, stack.resources.get(change.logicalId)?.made?.physicalId ?? null));
}

/** What a new stack of this launch would have. */
export const predictStack = (sandbox: Sandbox, place: Place, launch: Launch): readonly ResourceChange[] =>
  planChange(null, sideOf(sandbox, place, launch)).map((change) => changeOf(change, null));

function sideOf(sandbox: Sandbox, place: Place, { template, parameters, tags }: Launch): PlanSide {
  const surroundings = surroundingsOf(sandbox, place, new Exports(sandbox.world));
  return { template, values: parameters, stackTags: tags, surroundings };
}

const changeOf = (change: PlannedChange, physicalId: string | null): ResourceChange => ({
  action: change.action,
  logicalId: change.logicalId,
  physicalId,
  type: change.type,
  replacement: change.replacement,
  scope: [...new Set(change.details.map(({ scope }) => scope))],
  details: change.details.flatMap(detailsOf),
  policyAction: change.policyAction,
});

const recreation = { update: 'Never', conditional: 'Conditionally', replace: 'Always' } as const;

/** One for each cause. What comes of another resource is not known before. */
const detailsOf = ({ scope, property, effect, causes }: PlannedDetail): ChangeDetail[] =>
  causes.map(({ source, entity }) => ({
    attribute: scope,
    name: property,
    requiresRecreation: recreation[effect],
    evaluation: source === 'ResourceReference' || source === 'ResourceAttribute' ? 'Dynamic' : 'Static',
    source,
    causingEntity: entity,
  }));

/**
 * Whether an update would do nothing. A deletion policy alone is no update (CloudFormation reference, DeletionPolicy);
 * outputs are.
 */
export const isEmptyUpdate = (stack: Stack, changes: readonly ResourceChange[], evaluation: Evaluation): boolean =>
  changes.every(({ action, scope }) => action === 'Modify' && scope.every((each) => each.endsWith('Policy'))) &&
  !outputsChange(stack, evaluation);

function outputsChange(stack: Stack, evaluation: Evaluation): boolean {
  try {
    return !isDeepStrictEqual(evaluation.outputs(madeBy(stack)), stack.outputs);
  } catch (cause) {
    if (cause instanceof AwsError) return true;
    throw cause;
  }
}
