import { type Service, services } from './services.ts';
import { cborWire, jsonWire, queryWire, type Wire } from './wire.ts';

/** What a request asks for and how it is spoken, or why that cannot be told. */
export type Identified =
  | {
      readonly kind: 'call';
      readonly service: Service;
      readonly operation: string;
      readonly wire: Wire;
      readonly query: URLSearchParams;
    }
  | { readonly kind: 'unknown'; readonly message: string; readonly wire: Wire };

export interface Received {
  readonly target: string | undefined;
  readonly contentType: string;
  /** `rpc-v2-cbor` from clients that speak it (Smithy RPC v2 CBOR protocol, `smithy-protocol` header). */
  readonly smithyProtocol: string | undefined;
  readonly path: string;
  readonly search: URLSearchParams;
  readonly body: string;
}

/** Tells service and operation by the path (RPC v2 CBOR), by `X-Amz-Target` (AWS JSON) or by `Action` and `Version` (Query). */
export function identify(received: Received): Identified {
  const { target, contentType, smithyProtocol, path } = received;
  if (smithyProtocol === 'rpc-v2-cbor') return byPath(path);
  return target === undefined ? byAction(received) : byTarget(target, contentType);
}

function byPath(path: string): Identified {
  const [, name, operation] = /^\/service\/([^/]+)\/operation\/([^/]+)$/.exec(path) ?? [];
  const service = services.find((each) => each.protocol === 'query-compatible' && each.target === name);
  if (!service || operation === undefined) {
    return unknown(`This sandbox does not emulate a service at ${quote(path)}.`, { protocol: 'cbor' });
  }
  return { kind: 'call', service, operation, wire: cborWire(service), query: new URLSearchParams() };
}

function byAction({ contentType, search, body }: Received): Identified {
  const query = contentType.startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(body) : search;
  const action = query.get('Action');
  if (action === null) {
    return unknown('The request names no operation: neither an X-Amz-Target header nor an Action parameter.');
  }
  const version = query.get('Version') ?? '';
  const service = services.find((each) => each.protocol !== 'json' && each.version === version);
  if (!service) {
    const message = `This sandbox does not emulate the service with version ${quote(version)} (${quote(action)}).`;
    return unknown(message, { protocol: 'query' });
  }
  return { kind: 'call', service, operation: action, wire: queryWire(service), query };
}

function byTarget(target: string, contentType: string): Identified {
  const dot = target.lastIndexOf('.');
  const prefix = target.slice(0, dot);
  const service = services.find((each) => each.protocol !== 'query' && each.target === prefix);
  if (!service) return unknown(`This sandbox does not emulate the service of X-Amz-Target ${quote(target)}.`);
  const operation = target.slice(dot + 1);
  return { kind: 'call', service, operation, wire: jsonWire(service, contentType), query: new URLSearchParams() };
}

const quote = (text: string): string => JSON.stringify(text.slice(0, 200));
const unknown = (message: string, wire: Wire = { protocol: 'json' }): Identified => ({
  kind: 'unknown',
  message,
  wire,
});
