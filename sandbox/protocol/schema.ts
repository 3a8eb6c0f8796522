/** The one place that knows how the SDK clients write their schemas down. */
import { NormalizedSchema } from '@smithy/core/schema';

export type Shape = NormalizedSchema;

export interface OperationShape {
  readonly input: Shape;
  readonly output: Shape;
}

type Reference = Parameters<typeof NormalizedSchema.of>[0];

/** `schema` is an operation as a client exports it: `[9, namespace, name, traits, input, output]`. */
export function operationShape(schema: unknown): OperationShape {
  if (!Array.isArray(schema) || schema[0] !== 9) throw new Error('This is not the schema of an operation.');
  // The tuple's types are not exported; the 9 in front is what tells an operation.
  const [, , , , input, output] = schema as Reference[];
  if (input === undefined || output === undefined) throw new Error('The operation lacks an input or output.');
  return { input: NormalizedSchema.of(input), output: NormalizedSchema.of(output) };
}

/** Names of the members that a structure must have: the first so many of its list. */
export function requiredMembers(shape: Shape): readonly string[] {
  const schema: unknown = shape.getSchema();
  if (!Array.isArray(schema)) return [];
  const [, , , , members, , count] = schema as unknown[];
  return Array.isArray(members) && typeof count === 'number' ? (members.slice(0, count) as string[]) : [];
}

/** The element's name in XML and in query parameters, when it is not the member's own. */
export function wireName(shape: Shape, fallback: string): string {
  const name: unknown = shape.getMergedTraits().xmlName;
  return typeof name === 'string' ? name : fallback;
}

export function isFlattened(shape: Shape): boolean {
  return Boolean(shape.getMergedTraits().xmlFlattened);
}
