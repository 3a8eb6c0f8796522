/** IAM's policy language (IAM User Guide, "Grammar of the IAM JSON policy language"), read into statements. */
import { type Condition, readConditions } from './conditions.ts';
import { isObject, type Malformed, malformed, oneOrMore } from './read.ts';

export { type Malformed } from './read.ts';

/** `negated`: the element was NotAction, NotResource or NotPrincipal. */
export interface Patterns {
  readonly patterns: readonly string[];
  readonly negated: boolean;
}

export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

/** `*` stands for everyone. */
export interface Principals {
  readonly named: '*' | ReadonlyMap<PrincipalKind, readonly string[]>;
  readonly negated: boolean;
}

export interface Statement {
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Patterns;
  /** null in a trust policy, whose resource is its role. */
  readonly resources: Patterns | null;
  /** null in an identity-based policy, whose principal is its role. */
  readonly principals: Principals | null;
  readonly conditions: readonly Condition[];
}

export interface Policy {
  /** Policy variables are known since version 2012-10-17; before, `${…}` is text. */
  readonly variables: boolean;
  readonly statements: readonly Statement[];
}

/** `identity`: has resources and no principals; `trust`: the other way round. */
export type PolicyKind = 'identity' | 'trust';

const MEMBERS = ['Version', 'Id', 'Statement'];
const STATEMENT_MEMBERS = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
];

/** IAM takes 10,240 characters for all inline policies of a role; this many statements never fit in there. */
const MOST_STATEMENTS = 500;

/** Throws `Malformed`, as IAM refuses such a document with MalformedPolicyDocument. */
export function readPolicy(document: unknown, kind: PolicyKind): Policy {
  if (!isObject(document)) throw malformed('The policy must be a JSON object.');
  refuseOthers(document, MEMBERS, 'the policy');
  const { Version: version = '2008-10-17', Statement: given } = document;
  if (version !== '2012-10-17' && version !== '2008-10-17') {
    throw malformed('The policy must contain a valid version string: 2012-10-17 or 2008-10-17.');
  }
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (list.length === 0 || list.length > MOST_STATEMENTS) {
    throw malformed(`The policy must have 1 to ${MOST_STATEMENTS} statements.`);
  }
  return {
    variables: version === '2012-10-17',
    statements: list.map((each, index) => readStatement(each, kind, `Statement[${index}]`)),
  };
}

function refuseOthers(given: object, known: readonly string[], where: string): void {
  const other = Object.keys(given).find((name) => !known.includes(name));
  if (other !== undefined) throw malformed(`${where} has the element ${JSON.stringify(other.slice(0, 50))}, unknown.`);
}

function readStatement(given: unknown, kind: PolicyKind, where: string): Statement {
  if (!isObject(given)) throw malformed(`${where} must be a JSON object.`);
  refuseOthers(given, STATEMENT_MEMBERS, where);
  const { Effect: effect, Sid: sid } = given;
  if (effect !== 'Allow' && effect !== 'Deny') throw malformed(`${where}: Effect must be Allow or Deny.`);
  if (sid !== undefined && typeof sid !== 'string') throw malformed(`${where}: Sid must be a string.`);
  const trust = kind === 'trust';
  if (trust && ('Resource' in given || 'NotResource' in given)) {
    throw malformed(`${where}: Has prohibited field Resource.`);
  }
  if (!trust && ('Principal' in given || 'NotPrincipal' in given)) {
    throw malformed(`${where}: Policy document should not specify a principal.`);
  }
  return {
    sid: sid ?? null,
    effect,
    actions: patternsOf(given, 'Action', where),
    resources: trust ? null : patternsOf(given, 'Resource', where),
    principals: trust ? principalsOf(given, where) : null,
    conditions: readConditions(given['Condition'], where),
  };
}

type Given = Readonly<Record<string, unknown>>;

/** One of the two forms of an element, never both. */
function formOf(given: Given, name: string, where: string): { readonly value: unknown; readonly negated: boolean } {
  const negated = given[`Not${name}`] !== undefined;
  if (negated === (given[name] !== undefined)) throw malformed(`${where} must have either ${name} or Not${name}.`);
  return { value: given[negated ? `Not${name}` : name], negated };
}

function patternsOf(given: Given, name: string, where: string): Patterns {
  const { value, negated } = formOf(given, name, where);
  return { patterns: oneOrMore(value, `${where}: ${name}`), negated };
}

const KINDS: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function principalsOf(given: Given, where: string): Principals {
  const { value, negated } = formOf(given, 'Principal', where);
  if (value === '*') return { named: '*', negated };
  if (!isObject(value)) throw malformed(`${where}: Principal must be * or an object.`);
  refuseOthers(value, KINDS, `${where}: Principal`);
  const named = new Map(
    KINDS.flatMap((kind) => (value[kind] === undefined ? [] : [[kind, oneOrMore(value[kind], where)] as const])),
  );
  return { named, negated };
}

/** Whether the error tells of a document that IAM would refuse. */
export const isMalformed = (cause: unknown): cause is Malformed => cause instanceof Error && cause.name === 'Malformed';
