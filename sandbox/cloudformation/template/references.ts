import { type Json } from '../../json.ts';
import { callOf } from './function-shapes.ts';
import { entriesOf, isList, isObject, textOf } from './shape.ts';
import { subPieces } from './sub-text.ts';

/** A name that a value relies on. `attribute` is null where a function gives it. */
export type Reference =
  | { readonly kind: 'ref'; readonly name: string }
  | { readonly kind: 'attribute'; readonly name: string; readonly attribute: string | null }
  | { readonly kind: 'condition'; readonly name: string };

/**
 * Every reference in a value, those in both branches of an Fn::If too; with `decide` only those in the branch taken.
 * Throws an AwsError for functions that are not CloudFormation's.
 */
export function referencesIn(value: Json, decide?: (condition: string) => boolean): readonly Reference[] {
  const inner = (each: Json): readonly Reference[] => referencesIn(each, decide);
  if (isList(value)) return value.flatMap(inner);
  if (!isObject(value)) return [];
  const call = callOf(value);
  if (!call) return entriesOf(value).flatMap(([, member]) => inner(member));
  const { name, argument } = call;
  if (name === 'Ref') return [{ kind: 'ref', name: textOf(argument) ?? '' }];
  if (name === 'Fn::GetAtt') return [attributeReference(argument), ...inner(argument)];
  if (name === 'Fn::Sub') return subReferences(argument, inner);
  if (name === 'Fn::If' && isList(argument)) return ifReferences(argument, inner, decide);
  return inner(argument);
}

/** The arguments of every call of one function in a value, outermost first. */
export function argumentsOf(name: string, value: Json): readonly Json[] {
  if (isList(value)) return value.flatMap((each) => argumentsOf(name, each));
  if (!isObject(value)) return [];
  return entriesOf(value).flatMap(([member, inner]) => [
    ...(member === name ? [inner] : []),
    ...argumentsOf(name, inner),
  ]);
}

function attributeReference(argument: Json): Reference {
  const [name, attribute] = isList(argument) ? argument : [];
  return { kind: 'attribute', name: textOf(name) ?? '', attribute: typeof attribute === 'string' ? attribute : null };
}

function ifReferences(
  argument: readonly Json[],
  inner: (value: Json) => readonly Reference[],
  decide: ((condition: string) => boolean) | undefined,
): readonly Reference[] {
  const [name, yes = '', no = ''] = argument;
  const condition = textOf(name) ?? '';
  const branches = decide ? [decide(condition) ? yes : no] : [yes, no];
  return [{ kind: 'condition', name: condition }, ...branches.flatMap(inner)];
}

function subReferences(argument: Json, inner: (value: Json) => readonly Reference[]): readonly Reference[] {
  const [pattern, values] = isList(argument) ? argument : [argument];
  const own = isObject(values) ? values : {};
  const named = (typeof pattern === 'string' ? (subPieces(pattern) ?? []) : []).flatMap((piece) =>
    'name' in piece && !Object.hasOwn(own, piece.name) ? [subReference(piece.name)] : [],
  );
  return [...named, ...entriesOf(own).flatMap(([, member]) => inner(member))];
}

/** `AWS::Region` and `Name` are references, `Name.Attribute` is an attribute. */
export function subReference(text: string): Reference {
  const dot = text.indexOf('.');
  return dot < 0
    ? { kind: 'ref', name: text }
    : { kind: 'attribute', name: text.slice(0, dot), attribute: text.slice(dot + 1) };
}
