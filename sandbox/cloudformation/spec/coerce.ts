import { type Json, type JsonObject } from '../../json.ts';
import { entriesOf, isList, isObject } from '../template/shape.ts';
import { checkValue } from './check-value.ts';
import { definitionOf, type Property, propertyOf, type PropertyType, resourceOf } from './database.ts';

/**
 * Scalars of the type that the resource specification says, as CloudFormation hands them to a service: parameters are text,
 * so `"80"` of an Integer becomes 80, `"true"` of a Boolean true; 80 of a String becomes `"80"`. What does not fit stays as
 * it is, for `checkProperties` to find. Free JSON (policies) is left alone.
 */
export function coerceProperties(type: string, properties: JsonObject): JsonObject {
  const resource = resourceOf(type);
  return resource ? coerceMembers(properties, resource.properties) : properties;
}

function coerceMembers(object: JsonObject, properties: Readonly<Record<string, Property>>): JsonObject {
  return Object.fromEntries(
    entriesOf(object).map(([name, value]) => {
      const property = propertyOf(properties, name);
      return [name, property ? coerce(value, property.type) : value];
    }),
  );
}

function coerce(value: Json, type: PropertyType): Json {
  switch (type.type) {
    case 'array':
      return isList(value) ? value.map((each) => coerce(each, type.element)) : value;
    case 'map':
      return isObject(value)
        ? Object.fromEntries(entriesOf(value).map(([name, each]) => [name, coerce(each, type.element)]))
        : value;
    case 'ref':
      return isObject(value) ? coerceMembers(value, definitionOf(type).properties) : value;
    case 'union':
      return coerceUnion(value, type.types);
    case 'tag':
      return isObject(value) ? Object.fromEntries(entriesOf(value).map(([name, each]) => [name, text(each)])) : value;
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'json':
    case 'date-time':
    case 'null':
      return scalar(value, type.type);
  }
}

/** The first type that a value fits as it is, else the first that it can be made to fit. */
function coerceUnion(value: Json, types: readonly PropertyType[]): Json {
  if (types.some((type) => checkValue(value, type, '').length === 0)) return value;
  const made = types.map((type) => ({ type, value: coerce(value, type) }));
  return made.find((each) => checkValue(each.value, each.type, '').length === 0)?.value ?? value;
}

function scalar(value: Json, type: string): Json {
  if (type === 'string' || type === 'date-time') return text(value);
  if (typeof value !== 'string') return value;
  if (type === 'boolean') return value === 'true' || (value === 'false' ? false : value);
  const form =
    type === 'integer' ? /^[-+]?\d{1,15}$/ : type === 'number' ? /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/ : null;
  return form?.test(value) === true ? Number(value) : value;
}

const text = (value: Json): Json => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value);
