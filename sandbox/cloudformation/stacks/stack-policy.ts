/**
 * Stack policies (CloudFormation user guide: Prevent updates to stack resources): statements of Effect, Action, Principal,
 * Resource (`LogicalResourceId/…`) and, as a condition, the resource's type. Without a policy everything is allowed.
 */
import { glob } from '../../balancer/glob.ts';
import { type Json, type JsonObject } from '../../json.ts';
import { type StackResource } from '../../world/cloudformation.ts';
import { isList, isObject } from '../template/shape.ts';
import { validationError } from './find.ts';

export type PolicedAction = 'Update:Modify' | 'Update:Replace' | 'Update:Delete';

/** Why the policy does not allow it; null: it does. */
export function policyRefusal(
  policy: string | null,
  action: PolicedAction,
  { logicalId, type }: Pick<StackResource, 'logicalId' | 'type'>,
): string | null {
  if (policy === null) return null;
  const statements = statementsOf(policy);
  const applying = statements.filter((statement) => applies(statement, action, logicalId, type));
  const denying = applying.find((statement) => statement['Effect'] === 'Deny');
  if (denying === undefined && applying.length > 0) return null;
  const place = denying ? `#${statements.indexOf(denying) + 1}` : '';
  return `Action denied by stack policy: Statement [${place}] does not allow [${action}] for resource [${logicalId}]`;
}

/** Throws a `ValidationError` for what is no policy. */
export function checkPolicy(policy: string): string {
  const statements = statementsOf(policy);
  const isWhole = statements.every(
    (each) =>
      (each['Effect'] === 'Allow' || each['Effect'] === 'Deny') &&
      ('Action' in each || 'NotAction' in each) &&
      ('Resource' in each || 'NotResource' in each),
  );
  if (statements.length > 0 && isWhole) return policy;
  throw invalidPolicy('every statement needs an Effect of Allow or Deny, an Action and a Resource');
}

const invalidPolicy = (why: string) => validationError(`Error validating stack policy: Invalid stack policy: ${why}.`);

/** CloudFormation API: StackPolicyBody, 1 to 16384 characters. */
const LONGEST_POLICY = 16_384;

function statementsOf(policy: string): JsonObject[] {
  if (policy.length > LONGEST_POLICY) throw invalidPolicy(`it has more than ${LONGEST_POLICY} characters`);
  let parsed: Json;
  try {
    parsed = JSON.parse(policy) as Json; // JSON.parse yields JSON and nothing else
  } catch {
    throw invalidPolicy('it is not JSON');
  }
  const given = isObject(parsed) ? listOf(parsed['Statement']) : [];
  const statements = given.filter(isObject);
  if (statements.length > 0 && statements.length === given.length) return statements;
  throw invalidPolicy('it has no list of statements in Statement');
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

const texts = (value: Json | undefined): string[] => listOf(value).filter((each) => typeof each === 'string');

function applies(statement: JsonObject, action: PolicedAction, logicalId: string, type: string): boolean {
  const named = (member: string, value: string): boolean =>
    texts(statement[member]).some((pattern) => glob(pattern)(value));
  const resource = `LogicalResourceId/${logicalId}`;
  return (
    ('NotAction' in statement ? !named('NotAction', action) : named('Action', action)) &&
    ('NotResource' in statement ? !named('NotResource', resource) : named('Resource', resource)) &&
    conditionHolds(statement['Condition'], type)
  );
}

function conditionHolds(condition: Json | undefined, type: string): boolean {
  if (!isObject(condition)) return true;
  return Object.entries(condition).every(([operator, tested]) => {
    const wanted = isObject(tested) ? texts(tested['ResourceType']) : [];
    return wanted.some((pattern) => (operator === 'StringLike' ? glob(pattern)(type) : pattern === type));
  });
}
