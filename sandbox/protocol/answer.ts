import { type AwsError, RawAnswer } from '../operation.ts';
import { encodeCbor, encodePlainCbor } from './cbor.ts';
import { encodeJson } from './encode-json.ts';
import { escapeXml, structureContent } from './encode-xml.ts';
import { type Shape } from './schema.ts';
import { type Wire } from './wire.ts';

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

function headers(wire: Wire, requestId: string): Record<string, string> {
  const id = { 'x-amzn-requestid': requestId };
  if (wire.protocol === 'query') return { 'content-type': 'text/xml', ...id };
  if (wire.protocol === 'cbor') return { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor', ...id };
  return { 'content-type': `application/x-amz-json-${wire.jsonVersion ?? '1.1'}`, ...id };
}

/** `output` in the protocol of the request. A `RawAnswer` is sent as it stands. */
export function successAnswer(wire: Wire, operation: string, shape: Shape, output: unknown, requestId: string): Answer {
  return {
    status: 200,
    headers: headers(wire, requestId),
    body: successBody(wire, operation, shape, output, requestId),
  };
}

function successBody(wire: Wire, operation: string, shape: Shape, output: unknown, requestId: string): Answer['body'] {
  if (wire.protocol === 'cbor') return encodeCbor(shape, output);
  if (wire.protocol === 'json') {
    const body = output instanceof RawAnswer ? output.body : encodeJson(shape, output ?? {});
    return JSON.stringify(body ?? {});
  }
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  const root = (inner: string): string =>
    `<${operation}Response xmlns="${wire.namespace ?? ''}">${inner}${metadata}</${operation}Response>`;
  // An operation without an output has no element for it either (botocore: no `resultWrapper`).
  if (shape.isUnitSchema()) return root('');
  const content = typeof output === 'object' && output !== null ? structureContent(shape, output) : '';
  return root(`<${operation}Result>${content}</${operation}Result>`);
}

export function errorAnswer(wire: Wire, error: AwsError, requestId: string): Answer {
  const { status, code, message } = error;
  const type = status >= 500 ? 'Receiver' : 'Sender';
  const queryCode = wire.queryCodes?.get(code) ?? code;
  if (wire.protocol === 'query') {
    const body =
      `<ErrorResponse xmlns="${wire.namespace ?? ''}"><Error><Type>${type}</Type><Code>${escapeXml(queryCode)}</Code>` +
      `<Message>${escapeXml(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
    return { status, headers: headers(wire, requestId), body };
  }
  // Smithy: `awsQueryCompatible` trait. Clients show this code in place of the modelled name.
  const compatible = wire.queryCodes ? { 'x-amzn-query-error': `${queryCode};${type}` } : {};
  const body = { __type: code, message };
  return {
    status,
    headers: { ...headers(wire, requestId), ...compatible },
    body: wire.protocol === 'cbor' ? encodePlainCbor(body) : JSON.stringify(body),
  };
}

/** 200 with a body that breaks off: what a broken proxy hands on. */
export function garbageAnswer(wire: Wire, requestId: string): Answer {
  const bodies = { json: '{"half', query: '<Half', cbor: Uint8Array.of(0xa1, 0x64, 0x68) };
  return { status: 200, headers: headers(wire, requestId), body: bodies[wire.protocol] };
}
