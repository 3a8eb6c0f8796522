/**
 * Past the SDK's own model, which drops members that this version does not know, in both directions: a request body
 * is sent as it was rendered, and an answer is read as it came.
 */
import { type MiddlewareStack } from '@aws-sdk/types';
import { isObject, type JsonObject } from '../../json.ts';

interface Carrier<Input extends object, Output extends object> {
  readonly middlewareStack: Pick<MiddlewareStack<Input, Output>, 'add'>;
}

/** Puts `body` on the request in place of what the SDK made of the command's input. */
export function sendRaw<I extends object, O extends object>(command: Carrier<I, O>, body: JsonObject): void {
  command.middlewareStack.add(
    (next) => (args) => {
      if (isRequest(args.request)) args.request.body = JSON.stringify(body);
      return next(args);
    },
    // Before the SDK measures the body's length, which it does in the same step.
    { step: 'build', name: 'sendRawBody', priority: 'high' },
  );
}

/** Keeps the answer's JSON. Call the returned function after the command was sent. */
export function keepRaw<I extends object, O extends object>(command: Carrier<I, O>): () => JsonObject {
  let raw: unknown;
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      if (isResponse(result.response)) {
        const bytes = await collect(result.response.body);
        result.response.body = bytes;
        if (result.response.statusCode < 300) raw = JSON.parse(new TextDecoder().decode(bytes));
      }
      return result;
    },
    // Behind the deserializer, which would otherwise have read the stream.
    { step: 'deserialize', name: 'keepRawAnswer', priority: 'low' },
  );
  return () => {
    if (!isObject(raw)) throw new Error('the answer holds no JSON object');
    return raw;
  };
}

function isRequest(value: unknown): value is { body: unknown } {
  return typeof value === 'object' && value !== null && 'body' in value;
}

function isResponse(value: unknown): value is { body: AsyncIterable<Uint8Array> | Uint8Array; statusCode: number } {
  return typeof value === 'object' && value !== null && 'body' in value && 'statusCode' in value;
}

async function collect(body: AsyncIterable<Uint8Array> | Uint8Array): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
