import { type AwsError, RawAnswer } from '../operation.ts';
import { encodeJson } from './encode-json.ts';
import { escapeXml, structureContent } from './encode-xml.ts';
import { type Shape } from './schema.ts';
import { type Service } from './services.ts';

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Wire = Pick<Service, 'protocol'> & { readonly namespace?: string };

const JSON_TYPE = 'application/x-amz-json-1.1';
const XML_TYPE = 'text/xml';

const headers = (type: string, requestId: string): Record<string, string> => ({
  'content-type': type,
  'x-amzn-requestid': requestId,
});

/** `output` in the service's own protocol. A `RawAnswer` is sent as it stands. */
export function successAnswer(wire: Wire, operation: string, shape: Shape, output: unknown, requestId: string): Answer {
  if (wire.protocol === 'json') {
    const body = output instanceof RawAnswer ? output.body : encodeJson(shape, output ?? {});
    return { status: 200, headers: headers(JSON_TYPE, requestId), body: JSON.stringify(body ?? {}) };
  }
  const content = typeof output === 'object' && output !== null ? structureContent(shape, output) : '';
  const body =
    `<${operation}Response xmlns="${wire.namespace ?? ''}"><${operation}Result>${content}</${operation}Result>` +
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`;
  return { status: 200, headers: headers(XML_TYPE, requestId), body };
}

export function errorAnswer(wire: Wire, error: AwsError, requestId: string): Answer {
  const { status, code, message } = error;
  if (wire.protocol === 'json') {
    return { status, headers: headers(JSON_TYPE, requestId), body: JSON.stringify({ __type: code, message }) };
  }
  const type = status >= 500 ? 'Receiver' : 'Sender';
  const body =
    `<ErrorResponse xmlns="${wire.namespace ?? ''}"><Error><Type>${type}</Type><Code>${escapeXml(code)}</Code>` +
    `<Message>${escapeXml(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { status, headers: headers(XML_TYPE, requestId), body };
}

/** 200 with a body that breaks off: what a broken proxy hands on. */
export function garbageAnswer(wire: Wire, requestId: string): Answer {
  const json = wire.protocol === 'json';
  return { status: 200, headers: headers(json ? JSON_TYPE : XML_TYPE, requestId), body: json ? '{"half' : '<Half' };
}
