/** Bodies of Smithy RPC v2 CBOR. The bytes are the library's business, the shapes are checked here as those of JSON are. */
import { cbor, CborCodec } from '@smithy/core/cbor';
import { AwsError } from '../operation.ts';
import { decodeJson } from './decode-json.ts';
import { type Shape } from './schema.ts';
import { type Wire } from './wire.ts';

/** CBOR's tag of times: epoch seconds. */
const EPOCH_TIME = 1;

/** A request in the shape that the SDK's types describe. An empty body is an empty structure. */
export function decodeCbor(shape: Shape, body: Uint8Array): unknown {
  let parsed: unknown;
  try {
    parsed = body.length === 0 ? {} : plain(cbor.deserialize(body));
  } catch {
    throw new AwsError('SerializationException', 'The request body is not CBOR.');
  }
  return decodeJson(shape, parsed);
}

/** Times as `Date`; numbers of any width as `number`; the rest as JSON has it. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(plain);
  if ('tag' in value && 'value' in value && Object.getOwnPropertySymbols(value).length > 0) {
    return value.tag === EPOCH_TIME ? new Date(Number(value.value) * 1000) : plain(value.value);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

export function encodeCbor(shape: Shape, value: unknown): Uint8Array {
  const serializer = new CborCodec().createSerializer();
  serializer.write(shape, value ?? {});
  return Uint8Array.from(serializer.flush());
}

/** For what has no shape: errors. */
export const encodePlainCbor = (value: Readonly<Record<string, string>>): Uint8Array => cbor.serialize(value);

/** A body as it can be shown: CBOR as the JSON that says the same. */
export function bodyText({ protocol }: Wire, body: string | Uint8Array): string {
  if (typeof body === 'string') return body;
  if (protocol !== 'cbor') return Buffer.from(body).toString('utf8');
  try {
    return body.length === 0 ? '' : JSON.stringify(plain(cbor.deserialize(body)));
  } catch {
    return `(${body.length} bytes that are not CBOR)`;
  }
}
