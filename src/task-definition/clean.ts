import { isList, isObject, type Json, type JsonObject } from '../json.ts';

/**
 * What DescribeTaskDefinition tells and RegisterTaskDefinition refuses: the members of ECS's TaskDefinition that
 * RegisterTaskDefinitionRequest does not have.
 */
export const OUTPUT_ONLY: ReadonlySet<string> = new Set([
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt',
]);

export interface Cleaned {
  readonly body: JsonObject;
  /** Paths of what was left out, in the order of the document. */
  readonly leftOut: readonly string[];
}

/**
 * Leaves out the output-only members, and members that are null, at any depth. All else stays as it is: unknown
 * members, empty strings, lists and objects, zero, false, and every element of a list.
 */
export function cleanDefinition(body: JsonObject): Cleaned {
  const leftOut: string[] = [];
  const kept = Object.entries(body).filter(([name]) => {
    if (OUTPUT_ONLY.has(name)) leftOut.push(name);
    return !OUTPUT_ONLY.has(name);
  });
  return { body: membersWithoutNull(Object.fromEntries(kept), '', leftOut), leftOut };
}

function membersWithoutNull(object: JsonObject, path: string, leftOut: string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]): [string, Json][] => {
      const here = path === '' ? name : `${path}.${name}`;
      if (value !== null) return [[name, withoutNull(value, here, leftOut)]];
      leftOut.push(here);
      return [];
    }),
  );
}

function withoutNull(value: Json, path: string, leftOut: string[]): Json {
  if (isList(value)) return value.map((element, index) => withoutNull(element, `${path}[${index}]`, leftOut));
  return isObject(value) ? membersWithoutNull(value, path, leftOut) : value;
}
