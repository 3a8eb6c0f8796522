import { type JsonObject } from '../../json.ts';
import { AwsError, type Operation, type Sandbox } from '../../operation.ts';
import { decodeJson } from '../../protocol/decode-json.ts';
import { missingMembers, missingMessage } from '../../protocol/required.ts';
import { operationShape } from '../../protocol/schema.ts';

/**
 * Calls an operation of the sandbox as a client would, checked against its schema: its errors are then the service's own.
 * Throws an `AwsError`.
 */
export async function call<Input, Output>(
  operation: Operation<Input, Output>,
  input: JsonObject,
  sandbox: Sandbox,
): Promise<Output> {
  const shape = operationShape(operation.schema).input;
  const decoded = decodeJson(shape, input);
  const missing = missingMembers(shape, decoded);
  if (missing.length > 0) throw new AwsError('ValidationException', missingMessage(missing));
  // The schema has just said that it is one.
  return operation.handle(decoded as Input, sandbox, input);
}

/** A member that the service always answers. */
export function answered<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The answer of the emulated service lacks ${what}.`);
  return value;
}
