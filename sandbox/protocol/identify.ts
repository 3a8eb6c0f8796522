import { type Service, services } from './services.ts';

/** What a request asks for, or why that cannot be told. */
export type Identified =
  | { readonly kind: 'call'; readonly service: Service; readonly operation: string; readonly query: URLSearchParams }
  | { readonly kind: 'unknown'; readonly message: string };

export interface Received {
  readonly target: string | undefined;
  readonly contentType: string;
  readonly search: URLSearchParams;
  readonly body: string;
}

/** Tells service and operation by `X-Amz-Target` (AWS JSON) or by `Action` and `Version` (Query). */
export function identify({ target, contentType, search, body }: Received): Identified {
  if (target !== undefined) return byTarget(target);
  const query = contentType.startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(body) : search;
  const action = query.get('Action');
  if (action === null) {
    return unknown('The request names no operation: neither an X-Amz-Target header nor an Action parameter.');
  }
  const version = query.get('Version') ?? '';
  const service = services.find((each) => each.protocol === 'query' && each.version === version);
  if (!service) return unknown(`This sandbox does not emulate the service with version ${quote(version)} (${action}).`);
  return { kind: 'call', service, operation: action, query };
}

function byTarget(target: string): Identified {
  const dot = target.lastIndexOf('.');
  const prefix = target.slice(0, dot);
  const service = services.find((each) => each.protocol === 'json' && each.target === prefix);
  if (!service) return unknown(`This sandbox does not emulate the service of X-Amz-Target ${quote(target)}.`);
  return { kind: 'call', service, operation: target.slice(dot + 1), query: new URLSearchParams() };
}

const quote = (text: string): string => JSON.stringify(text.slice(0, 200));
const unknown = (message: string): Identified => ({ kind: 'unknown', message });
