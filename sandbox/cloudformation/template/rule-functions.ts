import { type Json } from '../../json.ts';
import { formatError } from './fault.ts';
import { isList, isObject, memberOf, textOf } from './shape.ts';
import { type Network, type ParameterValues, type Template } from './template.ts';

export interface RuleScope {
  readonly template: Template;
  readonly values: ParameterValues;
  readonly network: Network | undefined;
}

/** null: it cannot be told here. */
type Verdict = boolean | null;
type Known = string | readonly string[] | null;

const counts: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['Fn::And', [2, 10]],
  ['Fn::Or', [2, 10]],
  ['Fn::Not', [1, 1]],
  ['Fn::Equals', [2, 2]],
  ['Fn::Contains', [2, 2]],
  ['Fn::EachMemberEquals', [2, 2]],
  ['Fn::EachMemberIn', [2, 2]],
]);

/** Whether a rule's condition or assertion holds (CloudFormation reference: "Rule functions"). */
export function holds(value: Json, scope: RuleScope): Verdict {
  const { name, list } = callOf(value);
  if (name === 'Fn::And') return every(list.map((each) => holds(each, scope)));
  if (name === 'Fn::Or') return not(every(list.map((each) => not(holds(each, scope)))));
  if (name === 'Fn::Not') return not(holds(list[0] ?? '', scope));
  const [left, right] = [valueOf(list[0] ?? '', scope), valueOf(list[1] ?? '', scope)];
  if (left === null || right === null) return null;
  if (name === 'Fn::Equals') return JSON.stringify(left) === JSON.stringify(right);
  const members = typeof left === 'string' ? [left] : left;
  if (name === 'Fn::Contains') return typeof right === 'string' && members.includes(right);
  if (name === 'Fn::EachMemberEquals') return members.every((each) => each === right);
  return members.every((each) => (typeof right === 'string' ? each === right : right.includes(each)));
}

const not = (verdict: Verdict): Verdict => (verdict === null ? null : !verdict);

function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

function callOf(value: Json): { readonly name: string; readonly list: readonly Json[] } {
  const [name = '', ...more] = isObject(value) ? Object.keys(value) : [];
  const argument = isObject(value) ? memberOf(value, name) : undefined;
  const count = counts.get(name);
  const list = isList(argument) ? argument : [];
  if (count && more.length === 0 && list.length >= count[0] && list.length <= count[1]) return { name, list };
  throw formatError(
    `Rules can only use ${[...counts.keys()].join(', ')}, each with its number of arguments; found ${JSON.stringify(value).slice(0, 200)}`,
  );
}

function valueOf(value: Json, scope: RuleScope): Known {
  if (isList(value)) return listOf(value, scope);
  const text = textOf(value);
  if (text !== null) return text;
  const [name = '', ...more] = isObject(value) ? Object.keys(value) : [];
  const argument = isObject(value) ? memberOf(value, name) : undefined;
  const known = more.length === 0 ? valueFunctions.get(name) : undefined;
  if (known) return known(argument ?? '', scope);
  throw formatError(
    `Rules can only take values from ${[...valueFunctions.keys()].join(', ')}; found ${JSON.stringify(value).slice(0, 200)}`,
  );
}

function listOf(value: readonly Json[], scope: RuleScope): Known {
  const members = value.map((each) => valueOf(each, scope));
  return members.includes(null) ? null : members.flatMap((each) => each ?? []);
}

const valueFunctions: ReadonlyMap<string, (argument: Json, scope: RuleScope) => Known> = new Map([
  ['Ref', parameter],
  ['Fn::RefAll', refAll],
  ['Fn::ValueOf', valueOfOne],
  ['Fn::ValueOfAll', valueOfAll],
]);

function parameter(argument: Json, { template, values }: RuleScope): Known {
  const name = textOf(argument) ?? '';
  if (template.parameters.has(name)) return values.get(name) ?? '';
  throw formatError(`Unresolved dependencies [${name}]. Rules can only reference parameters of the template`);
}

/** Every value of a type in the account and region. */
function refAll(argument: Json, { network }: RuleScope): Known {
  if (argument === 'AWS::EC2::VPC::Id') return network?.vpcs ?? null;
  return argument === 'AWS::EC2::Subnet::Id' && network ? [...network.subnets.keys()] : null;
}

/** An attribute of one parameter's value. */
function valueOfOne(argument: Json, scope: RuleScope): Known {
  const [name, attribute] = pair(argument, 'Fn::ValueOf');
  const value = parameter(name, scope);
  const all = attributesOf(typeof value === 'string' ? [value] : (value ?? []), attribute, scope);
  return typeof value === 'string' ? (all?.[0] ?? null) : all;
}

/** An attribute of the values of every parameter of a type, lists too. */
function valueOfAll(argument: Json, scope: RuleScope): Known {
  const [type, attribute] = pair(argument, 'Fn::ValueOfAll');
  const named = [...scope.template.parameters].filter(
    ([, declared]) => declared.type === type || declared.type === `List<${type}>`,
  );
  return attributesOf(
    named.flatMap(([name]) => scope.values.get(name) ?? []),
    attribute,
    scope,
  );
}

/** The VPC of subnets is all that the surroundings can tell. */
function attributesOf(ids: readonly string[], attribute: string, { network }: RuleScope): readonly string[] | null {
  if (attribute === 'VpcId' && ids.every((id) => network?.subnets.has(id))) {
    return ids.map((id) => network?.subnets.get(id) ?? '');
  }
  return null;
}

function pair(argument: Json, name: string): readonly [string, string] {
  const [first, second] = isList(argument) ? argument.map(textOf) : [];
  if (isList(argument) && argument.length === 2 && first && second) return [first, second];
  throw formatError(`${name} requires a list of two strings; found ${JSON.stringify(argument).slice(0, 200)}`);
}

/** Throws for rules that could never be judged, whatever the values. */
export function checkRuleShapes(template: Template): void {
  const scope: RuleScope = { template, values: new Map(), network: undefined };
  for (const { condition, assertions } of template.rules.values()) {
    if (condition !== null) holds(condition, scope);
    for (const { assert } of assertions) holds(assert, scope);
  }
}
