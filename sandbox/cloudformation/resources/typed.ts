import { type Json, type JsonObject } from '../../json.ts';
import { coerceProperties } from '../spec/coerce.ts';
import { definitionOf, type Property, propertyOf, type PropertyType, resourceOf } from '../spec/database.ts';
import { entriesOf, isList, isObject } from '../template/shape.ts';

/** Values in the types of the resource specification: a parameter's value is text, whatever the service wants. */
export const typed = coerceProperties;

/** The same, with names of members as services with a JSON API spell them. Keys of maps stay, and free JSON. */
export const camelCased = (type: string, properties: JsonObject): JsonObject =>
  respelled(resourceOf(type)?.properties ?? {}, coerceProperties(type, properties));

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

const respelled = (members: Readonly<Record<string, Property>>, given: JsonObject): JsonObject =>
  Object.fromEntries(
    entriesOf(given).map(([name, value]) => {
      const member = propertyOf(members, name);
      return [camelCase(name), member ? valueOf(member.type, value) : value];
    }),
  );

function valueOf(type: PropertyType, value: Json): Json {
  if (type.type === 'array' && isList(value)) return value.map((item) => valueOf(type.element, item));
  if (type.type === 'ref' && isObject(value)) return respelled(definitionOf(type).properties, value);
  if (type.type === 'map' && isObject(value)) {
    return Object.fromEntries(entriesOf(value).map(([key, item]) => [key, valueOf(type.element, item)]));
  }
  return value;
}
