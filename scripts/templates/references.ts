/** What a value refers to: parameters, resources and conditions. */
import { type Json } from '../../sandbox/json.ts';
import { at, isList, isObject, textOf } from './values.ts';

export interface Reference {
  readonly to: string;
  /** Of a GetAtt; null: what Ref yields. */
  readonly attribute: string | null;
}

/** Every Ref, GetAtt and `${}` of a Sub, pseudo parameters too; names that a Sub defines itself are left out. */
export function* referencesIn(value: Json | undefined): Generator<Reference> {
  if (isList(value)) for (const element of value) yield* referencesIn(element);
  if (!isObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'Ref' && typeof member === 'string') yield { to: member, attribute: null };
    else if (name === 'Fn::GetAtt') yield* ofGetAtt(member);
    else if (name === 'Fn::Sub') yield* ofSub(member);
    else yield* referencesIn(member);
  }
}

function* ofGetAtt(member: Json | undefined): Generator<Reference> {
  const [to = '', ...attribute] = isList(member) ? member.map(textOf) : textOf(member).split('.');
  yield { to, attribute: attribute.join('.') };
}

function* ofSub(member: Json | undefined): Generator<Reference> {
  const own = isList(member) ? at(member, 1) : undefined;
  yield* referencesIn(own);
  for (const name of namesInSub(textOf(isList(member) ? member[0] : member))) {
    if (at(own, name) !== undefined) continue;
    const [to = '', ...attribute] = name.split('.');
    yield { to, attribute: attribute.length > 0 ? attribute.join('.') : null };
  }
}

/** The names in `${}` of a text for Fn::Sub; `${!Literal}` is none. */
export function namesInSub(text: string): readonly string[] {
  return [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = '']) => name.trim());
}

/** Names of the conditions that decide over a value: of Fn::If, and `Condition` within conditions. */
export function* conditionsIn(value: Json | undefined): Generator<string> {
  if (isList(value)) for (const element of value) yield* conditionsIn(element);
  if (!isObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'Fn::If') yield textOf(at(member, 0));
    if (name === 'Condition' && typeof member === 'string') yield member;
    yield* conditionsIn(member);
  }
}

/** The logical ids or parameters that a value refers to, each once. */
export const namesIn = (value: Json | undefined): ReadonlySet<string> =>
  new Set([...referencesIn(value)].map(({ to }) => to));
