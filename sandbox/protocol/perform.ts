import { callerOf } from '../iam/caller.ts';
import { expiredToken } from '../iam/denial.ts';
import { authorize } from '../iam/enforce.ts';
import { type Json, type JsonObject } from '../json.ts';
import { AwsError, type Operation, type Sandbox } from '../operation.ts';
import { decodeCbor } from './cbor.ts';
import { decodeJson } from './decode-json.ts';
import { decodeQuery } from './decode-query.ts';
import { isTooDeep } from './depth.ts';
import { missingMembers, missingMessage } from './required.ts';
import { operationShape, type Shape } from './schema.ts';
import { type Service } from './services.ts';
import { type Wire } from './wire.ts';

export interface Call {
  readonly service: Service;
  readonly operation: string;
  readonly wire: Wire;
  readonly query: URLSearchParams;
  /** null where it cannot be unpacked. */
  readonly body: Buffer | null;
  /** The header that names the caller's access key. */
  readonly authorization: string | undefined;
}

export interface Performed {
  readonly shape: Shape;
  readonly output: unknown;
}

/** Checks the request against the operation's schema and carries it out. Throws an `AwsError`. */
export async function perform(sandbox: Sandbox, operation: Operation, call: Call): Promise<Performed> {
  const caller = callerOf(sandbox, call.authorization, () => expiredToken(call.service));
  const shape = operationShape(operation.schema);
  const { input, raw } = decode(shape.input, call);
  const missing = call.service.missingMember === null ? [] : missingMembers(shape.input, input);
  if (call.service.missingMember !== null && missing.length > 0) {
    throw new AwsError(call.service.missingMember, missingMessage(missing));
  }
  authorize(sandbox, caller, call, input);
  return { shape: shape.output, output: await operation.handle(input, sandbox, raw, caller) };
}

interface Decoded {
  readonly input: unknown;
  readonly raw: JsonObject;
}

function decode(shape: Shape, { wire, query, body }: Call): Decoded {
  if (!body) throw new AwsError('SerializationException', 'The request body is said to be gzip, and is not.');
  if (wire.protocol === 'cbor') return { input: decodeCbor(shape, body), raw: {} };
  if (wire.protocol === 'query') return { input: decodeQuery(shape, query), raw: Object.fromEntries(query) };
  return fromJson(shape, body.toString('utf8'));
}

function fromJson(shape: Shape, body: string): Decoded {
  if (isTooDeep(body)) throw new AwsError('SerializationException', 'The request body is nested too deeply.');
  let parsed: Json;
  try {
    parsed = JSON.parse(body === '' ? '{}' : body) as Json; // JSON.parse yields JSON and nothing else
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON.');
  }
  const input = decodeJson(shape, parsed);
  // An operation without input takes any JSON; the others have just been found to be objects.
  return { input, raw: typeof parsed === 'object' && parsed !== null ? (parsed as JsonObject) : {} };
}
