import { type Json, type JsonObject } from '../../json.ts';
import { formatError, validationError } from './fault.ts';
import { isList, isObject, memberOf } from './shape.ts';
import { type DeletionPolicy, type ResourceDeclaration } from './template.ts';

const members = new Set([
  'Type', 'Properties', 'DependsOn', 'Condition', 'Metadata', 'DeletionPolicy', 'UpdateReplacePolicy', 'CreationPolicy',
  'UpdatePolicy',
]); // prettier-ignore

const deletionPolicies: readonly DeletionPolicy[] = ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'];
const replacePolicies: readonly DeletionPolicy[] = ['Delete', 'Retain', 'Snapshot'];

export function readResourceDeclaration(name: string, body: JsonObject): ResourceDeclaration {
  const unknown = Object.keys(body).filter((member) => !members.has(member));
  if (unknown.length > 0) throw validationError(`Invalid template resource property '${unknown.join(', ')}'`);
  const type = memberOf(body, 'Type');
  if (typeof type !== 'string')
    throw formatError(`[/Resources/${name}] Every Resources object must contain a Type member.`);
  const condition = memberOf(body, 'Condition');
  if (condition !== undefined && typeof condition !== 'string') {
    throw formatError(`[/Resources/${name}/Condition] Every Condition member must be a string.`);
  }
  const object = (member: string): JsonObject => {
    const value = memberOf(body, member) ?? {};
    if (isObject(value)) return value;
    throw formatError(`[/Resources/${name}/${member}] ${member} must be an object.`);
  };
  // What these two ask for (signals, rolling updates of other services) the sandbox does not do; their form is looked at.
  for (const ignored of ['CreationPolicy', 'UpdatePolicy']) object(ignored);
  return {
    type,
    properties: object('Properties'),
    dependsOn: dependsOn(name, memberOf(body, 'DependsOn')),
    condition: condition ?? null,
    metadata: object('Metadata'),
    deletionPolicy: policy(name, 'DeletionPolicy', memberOf(body, 'DeletionPolicy'), deletionPolicies),
    updateReplacePolicy: policy(name, 'UpdateReplacePolicy', memberOf(body, 'UpdateReplacePolicy'), replacePolicies),
  };
}

function dependsOn(name: string, value: Json | undefined): readonly string[] {
  const listed = value === undefined ? [] : isList(value) ? value : [value];
  const texts = listed.filter((each) => typeof each === 'string');
  if (texts.length === listed.length) return texts;
  throw formatError(`[/Resources/${name}/DependsOn] Every DependsOn value must be a string.`);
}

/** A literal: CloudFormation takes no function here without AWS::LanguageExtensions. */
function policy(
  name: string,
  member: string,
  value: Json | undefined,
  allowed: readonly DeletionPolicy[],
): DeletionPolicy {
  if (value === undefined) return 'Delete';
  const found = allowed.find((each) => each === value);
  if (found) return found;
  throw validationError(
    `Template error: Invalid ${member} ${JSON.stringify(value)} of resource ${name}: it must be one of ${allowed.join(', ')}.`,
  );
}
