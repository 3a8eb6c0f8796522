import { type Json, type JsonObject } from '../../json.ts';
import { templateError } from './fault.ts';
import { callOf } from './function-shapes.ts';
import { functions, type FunctionScope } from './functions.ts';
import { NO_VALUE, pseudoParameters } from './pseudo.ts';
import { subReference } from './references.ts';
import { entriesOf, isList, isObject, memberOf, textOf } from './shape.ts';
import { subPieces } from './sub-text.ts';
import { type ParameterValues } from './template.ts';

export interface Scope extends FunctionScope {
  readonly values: ParameterValues;
  condition(name: string): boolean;
  /** What Ref (attribute null) or GetAtt of a resource yields. Throws where it is not there. */
  resource(logicalId: string, attribute: string | null): Json;
}

/** A value with every function resolved; undefined is AWS::NoValue. */
export function resolve(value: Json, scope: Scope): Json | undefined {
  if (isList(value)) return resolveList(value, scope);
  if (!isObject(value)) return value;
  const call = callOf(value);
  return call ? resolveCall(call.name, call.argument, scope) : resolveObject(value, scope);
}

export function resolveObject(value: JsonObject, scope: Scope): JsonObject {
  return Object.fromEntries(
    entriesOf(value).flatMap(([name, member]) => {
      const resolved = resolve(member, scope);
      return resolved === undefined ? [] : [[name, resolved]];
    }),
  );
}

const resolveList = (value: readonly Json[], scope: Scope): readonly Json[] =>
  value.map((each) => resolve(each, scope)).filter((each) => each !== undefined);

function resolveCall(name: string, argument: Json, scope: Scope): Json | undefined {
  if (name === 'Ref') return valueOf(textOf(argument) ?? '', scope);
  if (name === 'Fn::If') return choose(argument, scope);
  if (name === 'Fn::Sub') return substitute(argument, scope);
  const resolved = resolve(argument, scope) ?? '';
  if (name === 'Fn::GetAtt') return attribute(resolved, scope);
  const known = functions.get(name);
  if (!known) throw templateError(`${name} is not allowed here.`);
  return known(resolved, scope);
}

/** What Ref yields. */
function valueOf(name: string, scope: Scope): Json | undefined {
  if (name === NO_VALUE) return undefined;
  const pseudo = pseudoParameters.get(name);
  return pseudo ? pseudo(scope.surroundings) : (scope.values.get(name) ?? scope.resource(name, null));
}

function attribute(argument: Json, scope: Scope): Json {
  const [name, path] = isList(argument) ? argument : [];
  return scope.resource(textOf(name) ?? '', textOf(path) ?? '');
}

function choose(argument: Json, scope: Scope): Json | undefined {
  const [name, yes = '', no = ''] = isList(argument) ? argument : [];
  return resolve(scope.condition(textOf(name) ?? '') ? yes : no, scope);
}

function substitute(argument: Json, scope: Scope): string {
  const [pattern, values] = isList(argument) ? argument : [argument];
  const own = isObject(values) ? values : {};
  return (subPieces(textOf(pattern) ?? '') ?? [])
    .map((piece) => ('text' in piece ? piece.text : replacement(piece.name, own, scope)))
    .join('');
}

function replacement(name: string, own: JsonObject, scope: Scope): string {
  const given = memberOf(own, name);
  const reference = subReference(name);
  const value =
    given !== undefined
      ? resolve(given, scope)
      : reference.kind === 'attribute'
        ? scope.resource(reference.name, reference.attribute)
        : valueOf(name, scope);
  const text = textOf(value);
  if (text === null) throw templateError(`variable ${name} in Fn::Sub expression does not resolve to a string`);
  return text;
}
