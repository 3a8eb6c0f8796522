/** Least privilege: no action, resource or role to pass that is wider than it must be. */
import { type Json } from '../../../sandbox/json.ts';
import { type ResourceDeclaration } from '../../../sandbox/cloudformation/template/template.ts';
import { type Fault } from '../finding.ts';
import { type Subject } from '../subject.ts';
import { alternatives, at, each, possible, textOf } from '../values.ts';
import { ALL_THE_SAME, WITHOUT_RESOURCE } from './without-resource.ts';

type Said = readonly [what: string, repair: string];

/** Statements of what a role, user or group may do; not of what resources let others do. */
export const statementsOf = (resource: ResourceDeclaration): readonly Json[] =>
  documentsOf(resource).flatMap((document) => possible(at(document, 'Statement')));

function documentsOf({ type, properties }: ResourceDeclaration): readonly (Json | undefined)[] {
  const inline = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'].includes(type);
  if (inline) return possible(properties['Policies']).map((policy) => at(policy, 'PolicyDocument'));
  return type.startsWith('AWS::IAM::') && type.endsWith('Policy') ? [properties['PolicyDocument']] : [];
}

/** Whether options can leave no statement over. */
const mayBeEmpty = (document: Json | undefined): boolean =>
  each(at(document, 'Statement')).every((statement) => alternatives(statement).includes(undefined));

export function* policies({ template }: Subject): Generator<Fault> {
  for (const [place, resource] of template.resources) {
    for (const statement of statementsOf(resource)) {
      const sid = textOf(at(statement, 'Sid')) || 'a statement without Sid';
      for (const [what, repair] of faultsOf(statement)) yield { place, what: `${sid}: ${what}`, repair };
    }
    if (documentsOf(resource).some(mayBeEmpty)) {
      yield {
        place,
        what: 'Options may leave it without a statement.',
        repair: 'Give it a Condition that they make up.',
      };
    }
    for (const policy of possible(resource.properties['ManagedPolicyArns'])) {
      const text = JSON.stringify(policy);
      if (!text.includes(':iam::aws:policy/')) continue;
      yield { place, what: `${text} is wider than needed.`, repair: 'Write the statements that are needed.' };
    }
  }
}

function* faultsOf(statement: Json): Generator<Said> {
  if (at(statement, 'Effect') === 'Deny') return;
  if (at(statement, 'Sid') === undefined) yield ['nobody can name it.', 'Add a Sid.'];
  for (const name of ['NotAction', 'NotResource', 'NotPrincipal']) {
    if (at(statement, name) !== undefined) yield [`${name} allows all else.`, 'List what is allowed.'];
  }
  const actions = possible(at(statement, 'Action')).map(textOf);
  for (const action of actions.filter((each) => each.includes('*') || each.includes('?'))) {
    yield [`${action} is a wildcard.`, 'List the actions.'];
  }
  const resources = possible(at(statement, 'Resource'));
  if (resources.includes('*')) {
    const wide = actions.filter((each) => !WITHOUT_RESOURCE.includes(each) && !Object.hasOwn(ALL_THE_SAME, each));
    if (wide.length > 0) yield [`${wide.join(', ')} on *.`, 'Name the resources.'];
  }
  if (actions.some((action) => action.toLowerCase() === 'iam:passrole')) yield* passRole(statement, resources);
  if (JSON.stringify(at(statement, 'Condition') ?? {}).includes('ForAllValues:')) {
    yield ['ForAllValues: holds where the key is missing.', 'Use StringEquals.'];
  }
}

function* passRole(statement: Json, resources: readonly Json[]): Generator<Said> {
  if (possible(at(statement, 'Condition', 'StringEquals', 'iam:PassedToService')).length === 0) {
    yield ['the role can be passed to any service.', 'Add StringEquals iam:PassedToService.'];
  }
  const wide = resources.filter((each) => wildcard(each));
  if (wide.length > 0) yield [`PassRole on ${JSON.stringify(wide)}.`, 'Name the roles.'];
}

const wildcard = (resource: Json): boolean => JSON.stringify(resource).includes('*');
