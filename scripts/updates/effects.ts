/** What an edit of a stack does to each resource, by CloudFormation's own specification, without making any. */
import { planChange } from '../../sandbox/cloudformation/spec/plan-change.ts';
import { type PlannedChange, type PlanSide } from '../../sandbox/cloudformation/spec/planned-change.ts';
import { readParameters } from '../../sandbox/cloudformation/template/parameters.ts';
import { checkRules } from '../../sandbox/cloudformation/template/rules.ts';
import { type Template } from '../../sandbox/cloudformation/template/template.ts';
import { surroundings, type Variant } from './variants.ts';

export interface Effect {
  readonly logicalId: string;
  readonly type: string;
  /** `leave`: it goes from the stack and stays in the account. */
  readonly what: 'add' | 'remove' | 'leave' | 'update' | 'replace';
  readonly properties: readonly string[];
  /** A listener, or a rule, that sends requests to a target group. */
  readonly forwards: boolean;
}

export interface Side {
  readonly template: Template;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
}

const AROUND = surroundings();

/** Throws an AwsError `ValidationError` where CloudFormation would refuse the values. */
function sideOf({ template, parameters, tags = {} }: Side): PlanSide {
  const values = readParameters(template, new Map(Object.entries(parameters)), AROUND);
  checkRules(template, values, AROUND);
  return { template, values, surroundings: AROUND, stackTags: new Map(Object.entries(tags)) };
}

/** What would certainly be changed. A replacement that CloudFormation only may make counts as one. */
export function effectsOf(before: Side, after: Side): readonly Effect[] {
  return planChange(sideOf(before), sideOf(after))
    .filter(({ certain }) => certain)
    .map((change) => ({ ...change, what: whatOf(change) }))
    .map(({ logicalId, type, what, details }) => ({
      logicalId,
      type,
      what,
      forwards: forwards(before.template, logicalId) || forwards(after.template, logicalId),
      properties: details.filter(({ certain }) => certain).map(({ property, scope }) => property ?? scope),
    }));
}

const ROUTES = new Set(['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule']);

function forwards({ resources }: Template, logicalId: string): boolean {
  const resource = resources.get(logicalId);
  return (
    resource !== undefined && ROUTES.has(resource.type) && JSON.stringify(resource.properties).includes('"forward"')
  );
}

function whatOf({ action, policyAction, details }: PlannedChange): Effect['what'] {
  if (action === 'Add') return 'add';
  if (action === 'Remove') return policyAction === 'Retain' ? 'leave' : 'remove';
  return details.some(({ certain, effect }) => certain && effect !== 'update') ? 'replace' : 'update';
}

export const onVariant = (template: Template, { parameters }: Variant, edit: Side['parameters']): readonly Effect[] =>
  effectsOf({ template, parameters }, { template, parameters: { ...parameters, ...edit } });
