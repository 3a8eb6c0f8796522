/**
 * Template values in the types that services want. A parameter's value is always text, and CloudFormation takes text
 * where the resource specification has a number or a boolean, and the other way round.
 */
import { type PropertyType, type ResourceProperties } from '@aws-cdk/service-spec-types';
import { type Json, type JsonObject } from '../../json.ts';
import { isObject } from './members.ts';
import { membersOf, resourceSpec } from './resource-spec.ts';

type Spelling = (member: string) => string;

/** The properties with values of the specification's types; names of members as the template has them. */
export const typed = (type: string, properties: JsonObject): JsonObject =>
  structure(propertiesOf(type), properties, (member) => member);

/** The same, with names of members as services with a JSON API spell them. Keys of maps stay, as their values do. */
export const camelCased = (type: string, properties: JsonObject): JsonObject =>
  structure(propertiesOf(type), properties, camelCase);

const propertiesOf = (type: string): ResourceProperties => resourceSpec(type)?.properties ?? {};

/** Members that the API spells in a way of its own. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['FilesystemId', 'fileSystemId'],
  ['FSxWindowsFileServerVolumeConfiguration', 'fsxWindowsFileServerVolumeConfiguration'],
  ['S3FilesVolumeConfiguration', 's3filesVolumeConfiguration'],
]);

/** `EFSVolumeConfiguration` is `efsVolumeConfiguration`, `ECSServices` is `ecsServices`. */
export function camelCase(member: string): string {
  const capitals = /^[A-Z]*/.exec(member)?.[0].length ?? 0;
  const lowered = capitals <= 1 || capitals === member.length ? capitals : capitals - 1;
  return spellings.get(member) ?? member.slice(0, lowered).toLowerCase() + member.slice(lowered);
}

function structure(members: ResourceProperties, given: JsonObject, spell: Spelling): JsonObject {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const member = Object.hasOwn(members, name) ? members[name] : undefined;
      return [[spell(name), member ? valueOf(member.type, value, spell) : value]];
    }),
  );
}

function valueOf(type: PropertyType, value: Json, spell: Spelling): Json {
  switch (type.type) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    case 'integer':
    case 'number':
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
    case 'boolean':
      return value === 'true' || value === 'false' ? value === 'true' : value;
    case 'array':
      return Array.isArray(value) ? value.map((item: Json) => valueOf(type.element, item, spell)) : value;
    case 'map':
      return isObject(value) ? mapOf(type.element, value, spell) : value;
    case 'ref':
      return isObject(value) ? structure(membersOf(type) ?? {}, value, spell) : value;
    case 'union':
      return unionOf(type.types, value, spell);
    case 'tag':
    case 'json':
    case 'date-time':
    case 'null':
      return value;
  }
}

const mapOf = (element: PropertyType, map: JsonObject, spell: Spelling): JsonObject =>
  Object.fromEntries(
    Object.entries(map).map(([key, item]) => [key, item === undefined ? item : valueOf(element, item, spell)]),
  );

/** Of several types the first that makes something of the value. */
function unionOf(types: readonly PropertyType[], value: Json, spell: Spelling): Json {
  const fits = types.find((type) => {
    if (type.type === 'ref' || type.type === 'map') return isObject(value);
    if (type.type === 'array') return Array.isArray(value);
    return typeof value !== 'object';
  });
  return fits ? valueOf(fits, value, spell) : value;
}
