/** What a value refers to: parameters, resources and conditions. */
import { type Json } from '../../sandbox/json.ts';
import { referencesIn as everyReference } from '../../sandbox/cloudformation/template/references.ts';
import { isList, isObject } from '../../sandbox/cloudformation/template/shape.ts';
import { type Template } from '../../sandbox/cloudformation/template/template.ts';
import { textOf, textsIn } from './values.ts';

export interface Reference {
  readonly to: string;
  /** Of a GetAtt; null: what Ref yields. */
  readonly attribute: string | null;
}

/** Every Ref, GetAtt and `${}` of a Sub, pseudo parameters too. */
export function referencesIn(value: Json | undefined): readonly Reference[] {
  return everyReference(value ?? '').flatMap((reference) => {
    if (reference.kind === 'condition') return [];
    return [{ to: reference.name, attribute: reference.kind === 'attribute' ? (reference.attribute ?? '') : null }];
  });
}

/** Names of the conditions that decide over a value: of Fn::If, and `Condition` within conditions. */
export function* conditionsIn(value: Json | undefined): Generator<string> {
  if (isList(value)) for (const element of value) yield* conditionsIn(element);
  if (!isObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'Fn::If' && isList(member)) yield textOf(member[0]);
    if (name === 'Condition' && typeof member === 'string') yield member;
    yield* conditionsIn(member);
  }
}

/** The logical ids or parameters that a value refers to, each once. */
export const namesIn = (value: Json | undefined): ReadonlySet<string> =>
  new Set(referencesIn(value).map(({ to }) => to));

/** What a condition, with those that it is made of, looks at: conditions refer by Ref alone. */
export function parametersOf(template: Template, condition: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(condition)) return new Set();
  seen.add(condition);
  const value = template.conditions.get(condition);
  const own = [...textsIn(value)].flatMap(([path, text]) => (path === 'Ref' || path.endsWith('.Ref') ? [text] : []));
  return new Set([...own, ...[...conditionsIn(value)].flatMap((inner) => [...parametersOf(template, inner, seen)])]);
}
