import { type Json } from '../../json.ts';
import { cidrBlocks } from './cidr.ts';
import { templateError, validationError } from './fault.ts';
import { isList, isObject, memberOf, textOf } from './shape.ts';
import { isToken, token } from './token.ts';
import { type Surroundings, type Template } from './template.ts';

/** What these functions may look at. */
export interface FunctionScope {
  readonly template: Template;
  readonly surroundings: Surroundings;
}

/** Functions of arguments that are resolved already. An argument that is only known after creation gives a token. */
export const functions: ReadonlyMap<string, (argument: Json, scope: FunctionScope) => Json> = new Map([
  ['Fn::Base64', base64],
  ['Fn::Cidr', cidr],
  ['Fn::FindInMap', findInMap],
  ['Fn::GetAZs', getAZs],
  ['Fn::ImportValue', importValue],
  ['Fn::Join', join],
  ['Fn::Select', select],
  ['Fn::Split', split],
]);

function join(argument: Json): Json {
  const [delimiter = '', parts = []] = listOf(argument);
  if (isToken(parts)) return token('Join', argument);
  const texts = isList(parts) ? parts.map(textOf) : [null];
  const known = texts.filter((each) => each !== null);
  if (known.length === texts.length) return known.join(textOf(delimiter) ?? '');
  throw templateError(
    `every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined; it got ${shown(parts)}`,
  );
}

function split(argument: Json): Json {
  const [delimiter = '', text = ''] = listOf(argument);
  if (isToken(text)) return token('Split', argument);
  const whole = textOf(text);
  if (whole !== null) return whole.split(textOf(delimiter) ?? '');
  throw templateError(
    `every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split; it got ${shown(text)}`,
  );
}

function select(argument: Json): Json {
  const [index = '', list = []] = listOf(argument);
  if (isToken(list) || isToken(index)) return token('Select', argument);
  const at = textOf(index) ?? '';
  if (!isList(list) || !/^\d{1,6}$/.test(at)) {
    throw templateError('Fn::Select requires a list argument with two elements: an integer index and a list');
  }
  const found = list[Number(at)];
  if (found === undefined) throw templateError(`Fn::Select cannot select nonexistent value at index ${at}`);
  return found;
}

function base64(argument: Json): Json {
  if (isToken(argument)) return token('Base64', argument);
  const text = textOf(argument);
  if (text === null) throw templateError('every Fn::Base64 object must have a String-typed value.');
  return Buffer.from(text).toString('base64');
}

function cidr(argument: Json): Json {
  const [block = '', count = '', bits = ''] = listOf(argument);
  if (isToken(block)) return token('Cidr', argument);
  return cidrBlocks(textOf(block) ?? '', textOf(count) ?? '', textOf(bits) ?? '');
}

function findInMap(argument: Json, { template }: FunctionScope): Json {
  const [map = '', first = '', second = ''] = listOf(argument).map((each) => textOf(each) ?? '');
  const outer = memberOf(template.mappings, map);
  if (!isObject(outer))
    throw templateError(`Mapping named '${map}' is not present in the 'Mappings' section of template.`);
  const inner = memberOf(outer, first);
  const found = isObject(inner) ? memberOf(inner, second) : undefined;
  if (found === undefined) throw templateError(`Unable to get mapping for ${map}::${first}::${second}`);
  return found;
}

/** As in a region with three zones and a default subnet in each. */
function getAZs(argument: Json, { surroundings }: FunctionScope): Json {
  const region = textOf(argument);
  if (region === null) throw templateError('every Fn::GetAZs object must have a single String value.');
  return ['a', 'b', 'c'].map((zone) => `${region === '' ? surroundings.region : region}${zone}`);
}

function importValue(argument: Json, { surroundings }: FunctionScope): Json {
  const name = textOf(argument);
  if (name === null) throw templateError('every Fn::ImportValue object must have a single String value.');
  const value = surroundings.exports.get(name);
  if (value === undefined) throw validationError(`No export named ${name} found.`);
  return value;
}

const listOf = (argument: Json): readonly Json[] => (isList(argument) ? argument : []);

const shown = (value: Json): string => JSON.stringify(value).slice(0, 200);
