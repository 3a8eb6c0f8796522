import { type Json, type JsonObject } from '../../json.ts';
import { notEmulated, templateError } from './fault.ts';
import { isList, isObject, memberOf } from './shape.ts';
import { subPieces } from './sub-text.ts';

/** A function of CloudFormation where one stands: an object with this only member. */
export interface Call {
  readonly name: string;
  readonly argument: Json;
}

const needExtensions = new Set(['Fn::ForEach', 'Fn::Length', 'Fn::ToJsonString', 'Fn::GetStackOutput']);

/** Throws for a function that stands beside other members, is unknown or has arguments of a wrong shape. */
export function callOf(value: JsonObject): Call | null {
  const names = Object.keys(value);
  const name =
    names.find((each) => each.startsWith('Fn::')) ?? (names.length === 1 && names[0] === 'Ref' ? 'Ref' : null);
  if (name === null) return null;
  if (name === 'Fn::Transform') throw notEmulated(name);
  if (needExtensions.has(name.split('::', 2).join('::')))
    throw notEmulated(`${name} (it needs AWS::LanguageExtensions)`);
  const shape = shapes.get(name);
  if (!shape) throw templateError(`${name} is no function of CloudFormation.`);
  if (names.length > 1)
    throw templateError(`${name} must stand alone, not beside ${names.filter((n) => n !== name).join(', ')}.`);
  const argument = memberOf(value, name) ?? null;
  if (!shape.fits(argument)) throw templateError(shape.fault);
  return { name, argument };
}

interface Shape {
  readonly fits: (argument: Json) => boolean;
  readonly fault: string;
}

const text = (value: Json | undefined): boolean => typeof value === 'string' && value !== '';
const scalarOrCall = (value: Json | undefined): boolean => value !== undefined && !isList(value);
const listOrCall = (value: Json | undefined): boolean => isList(value) || isObject(value);
/** coverage-roadmap issue 2034; user guide: "Fn::FindInMap", supported functions. */
const mapKey = (value: Json): boolean =>
  isObject(value) ? ['Ref', 'Fn::FindInMap'].includes(Object.keys(value).join()) : !isList(value);
const size = (value: Json, least: number, most = least): value is readonly Json[] =>
  isList(value) && value.length >= least && value.length <= most;

const joined =
  '(1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.';
const split = '(1) a string delimiter and (2) a string to be split or a function that returns a string to be split.';
const sub =
  "One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string";

/** Texts as CloudFormation's, as far as they are publicly known. */
const shapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['Ref', { fits: text, fault: 'every Ref object must have a single String value.' }],
  ['Fn::GetAtt', {
    fits: (a) => size(a, 2) && text(a[0]) && (text(a[1]) || isObject(a[1])),
    fault: 'every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
  }],
  ['Fn::Sub', { fits: (a) => fitsSub(a), fault: sub }],
  ['Fn::Join', {
    fits: (a) => size(a, 2) && typeof a[0] === 'string' && listOrCall(a[1]),
    fault: `every Fn::Join object requires two parameters, ${joined}`,
  }],
  ['Fn::Split', {
    fits: (a) => size(a, 2) && text(a[0]) && scalarOrCall(a[1]),
    fault: `every Fn::Split object requires two parameters, ${split}`,
  }],
  ['Fn::Select', {
    fits: (a) => size(a, 2) && scalarOrCall(a[0]) && listOrCall(a[1]),
    fault: 'Fn::Select requires a list argument with two elements: an integer index and a list',
  }],
  ['Fn::If', {
    fits: (a) => size(a, 3) && text(a[0]),
    fault: 'Fn::If requires a list argument with three elements, the first of them the name of a condition',
  }],
  ['Fn::FindInMap', {
    fits: (a) => size(a, 3) && a.every(mapKey),
    fault: 'every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value (of functions only Ref and Fn::FindInMap; others and a DefaultValue need AWS::LanguageExtensions)',
  }],
  ['Fn::Base64', { fits: scalarOrCall, fault: 'every Fn::Base64 object must have a String-typed value.' }],
  ['Fn::Cidr', {
    fits: (a) => size(a, 3) && a.every(scalarOrCall),
    fault: 'every Fn::Cidr object requires three parameters, the block, the count and the number of subnet bits',
  }],
  ['Fn::GetAZs', { fits: scalarOrCall, fault: 'every Fn::GetAZs object must have a single String value.' }],
  ['Fn::ImportValue', { fits: scalarOrCall, fault: 'every Fn::ImportValue object must have a single String value.' }],
]); // prettier-ignore

function fitsSub(argument: Json): boolean {
  const [pattern, values] = isList(argument) ? argument : [argument, {}];
  if (typeof pattern !== 'string' || !isObject(values)) return false;
  if (isList(argument) && argument.length !== 2) return false;
  if (subPieces(pattern)) return true;
  throw templateError(
    'variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons',
  );
}
