import { type Json } from '../../json.ts';
import { formatError, templateError } from './fault.ts';
import { ordered } from './order.ts';
import { isPseudo } from './pseudo.ts';
import { isList, isObject, memberOf } from './shape.ts';
import { argumentsOf, type Reference, referencesIn } from './references.ts';
import { type Template } from './template.ts';

/** What conditions are made of. */
export type ConditionCall =
  | { readonly name: 'Fn::And' | 'Fn::Or' | 'Fn::Not'; readonly inner: readonly Json[] }
  | { readonly name: 'Fn::Equals'; readonly sides: readonly [Json, Json] }
  | { readonly name: 'Condition'; readonly condition: string };

const counts = new Map([['Fn::And', [2, 10]], ['Fn::Or', [2, 10]], ['Fn::Not', [1, 1]]] as const); // prettier-ignore

/** Throws for what decides nothing. */
export function conditionCall(value: Json, where: string): ConditionCall {
  const [name, ...more] = isObject(value) ? Object.keys(value) : [];
  const argument = isObject(value) && name !== undefined ? memberOf(value, name) : undefined;
  const list = isList(argument) ? argument : [];
  if (more.length === 0 && name === 'Condition' && typeof argument === 'string') return { name, condition: argument };
  const [left, right] = list;
  if (more.length === 0 && name === 'Fn::Equals' && list.length === 2 && left !== undefined && right !== undefined) {
    return { name, sides: [left, right] };
  }
  if (more.length === 0 && (name === 'Fn::And' || name === 'Fn::Or' || name === 'Fn::Not')) {
    const [least = 0, most = 0] = counts.get(name) ?? [];
    if (list.length >= least && list.length <= most) return { name, inner: list };
    throw templateError(
      `every ${name} object requires a list of ${least === most ? '1' : `at least ${String(least)} and at most ${String(most)}`} boolean parameters. (${where})`,
    );
  }
  throw formatError(
    `Conditions can only be boolean operations on parameters and other conditions (Condition, Fn::And, Fn::Equals, Fn::Not, Fn::Or): ${where}`,
  );
}

export function checkConditions(template: Template): void {
  const misnamed = [...template.conditions.keys()].find((name) => !/^[A-Za-z0-9&_]{1,255}$/.test(name));
  if (misnamed !== undefined) throw formatError(`Condition name ${misnamed} is non alphanumeric.`);
  const named = new Map([...template.conditions].map(([name, value]) => [name, conditionsIn(template, value, name)]));
  const missing = [...named.values()].flat().filter((name) => !template.conditions.has(name));
  if (missing.length > 0) {
    throw formatError(
      `Unresolved condition dependencies [${missing.join(', ')}] in the Conditions block of the template`,
    );
  }
  const { cycle } = ordered([...named.keys()], (name) => named.get(name) ?? []);
  if (cycle.length > 0) throw formatError(`Circular dependency between conditions: [${cycle.join(', ')}]`);
}

/** What a condition relies on: other conditions, parameters. */
export function conditionReferences(value: Json, where: string): readonly Reference[] {
  const call = conditionCall(value, where);
  if (call.name === 'Condition') return [{ kind: 'condition', name: call.condition }];
  const inner = call.name === 'Fn::Equals' ? call.sides : call.inner;
  return inner.flatMap((each) => (call.name === 'Fn::Equals' ? referencesIn(each) : conditionReferences(each, where)));
}

/** The conditions that a condition relies on. */
function conditionsIn(template: Template, value: Json, where: string): readonly string[] {
  if (argumentsOf('Fn::ImportValue', value).length > 0)
    throw templateError(`Cannot use Fn::ImportValue in Conditions. (${where})`);
  const references = conditionReferences(value, where);
  const missing = references.filter(
    ({ kind, name }) => kind !== 'condition' && !template.parameters.has(name) && !isPseudo(name),
  );
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ');
    throw formatError(
      `Unresolved dependencies [${names}]. Cannot reference resources in the Conditions block of the template`,
    );
  }
  return references.filter(({ kind }) => kind === 'condition').map(({ name }) => name);
}
