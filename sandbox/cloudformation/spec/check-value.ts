import { type Json, type JsonObject } from '../../json.ts';
import { entriesOf, isList, isObject } from '../template/shape.ts';
import { definitionOf, type Property, propertyOf, type PropertyType } from './database.ts';

/** Faults of an object's members, each with its place. */
export function checkMembers(
  object: JsonObject,
  properties: Readonly<Record<string, Property>>,
  place: string,
): readonly string[] {
  const under = (name: string) => (place === '' ? name : `${place}.${name}`);
  const missing = Object.entries(properties)
    .filter(([name, { required }]) => required === true && !Object.hasOwn(object, name))
    .map(([name]) => `Missing required property ${under(name)}`);
  const found = entriesOf(object).flatMap(([name, value]) => {
    const property = propertyOf(properties, name);
    return property
      ? checkValue(value, property.type, under(name))
      : [`Encountered unsupported property ${under(name)}`];
  });
  return [...missing, ...found];
}

export function checkValue(value: Json, type: PropertyType, place: string): readonly string[] {
  switch (type.type) {
    case 'array':
      return isList(value)
        ? value.flatMap((each, index) => checkValue(each, type.element, `${place}[${index}]`))
        : [wrong(place, 'List')];
    case 'map':
      return isObject(value)
        ? entriesOf(value).flatMap(([name, each]) => checkValue(each, type.element, `${place}.${name}`))
        : [wrong(place, 'Map')];
    case 'ref':
      return isObject(value) ? checkMembers(value, definitionOf(type).properties, place) : [wrong(place, 'Object')];
    case 'union':
      return checkUnion(value, type.types, place);
    case 'tag':
      return checkTag(value, place);
    case 'string':
    case 'integer':
      return scalarFits(value, type.type)
        ? notAllowed(value, type.allowedValues, place)
        : [wrong(place, names[type.type])];
    case 'number':
    case 'boolean':
    case 'json':
    case 'date-time':
    case 'null':
      return scalarFits(value, type.type) ? [] : [wrong(place, names[type.type])];
  }
}

const names = {
  string: 'String',
  number: 'Number',
  integer: 'Integer',
  boolean: 'Boolean',
  json: 'Json',
  'date-time': 'Timestamp',
  null: 'null',
} as const;

/** As CloudFormation words it. */
const wrong = (place: string, type: string): string => `Value of property ${place} must be of type ${type}`;

function scalarFits(value: Json, type: keyof typeof names): boolean {
  if (type === 'json') return typeof value === 'string' || isObject(value) || isList(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return typeof value === 'number';
  if (type === 'boolean') return typeof value === 'boolean';
  return type === 'null' ? value === null : typeof value === 'string';
}

function notAllowed(value: Json, allowed: readonly (string | number)[] | undefined, place: string): readonly string[] {
  if (!allowed || allowed.length === 0 || allowed.some((each) => each === value)) return [];
  return [`Value of property ${place} must be one of [${allowed.join(', ')}], not ${JSON.stringify(value)}`];
}

/** What fits one of several fits; else the faults of the one that it is nearest to. */
function checkUnion(value: Json, types: readonly PropertyType[], place: string): readonly string[] {
  const faults = types.map((each) => checkValue(value, each, place));
  return faults.reduce((fewest, each) => (each.length < fewest.length ? each : fewest), faults[0] ?? []);
}

function checkTag(value: Json, place: string): readonly string[] {
  if (!isObject(value)) return [wrong(place, 'Tag')];
  const text: Property = { type: { type: 'string' }, required: true };
  return checkMembers(value, { Key: text, Value: text }, place);
}
