/** Headers on their way through a load balancer: lists of name, value, name, value, … as they were sent. */
import { type IncomingMessage } from 'node:http';
import { type Incoming } from './incoming.ts';
import { type TraceIds } from './trace-id.ts';

/** They speak of one connection, or are the load balancer's to set (RFC 9110, 7.6.1; `expect` it has answered itself). */
const OWN = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-amzn-trace-id',
]);

const OF_CONNECTION = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What a request passes on its way: the listener, with its load balancer's attributes. */
export interface Hop {
  /** The listener's own: 80, not the real one. */
  readonly port: number;
  readonly protocol: 'http' | 'https';
  readonly forwardedFor: 'append' | 'preserve' | 'remove';
  readonly withClientPort: boolean;
  readonly preserveHost: boolean;
  /** Headers whose names hold other characters than letters, digits and hyphens go no further. */
  readonly dropInvalid: boolean;
  readonly traceIds: TraceIds;
}

/** What a target is sent (ELB User Guide for ALB: HTTP headers and Application Load Balancers). */
export function requestHeaders(request: IncomingMessage, incoming: Incoming, hop: Hop): string[] {
  const { rawHeaders, headers } = request;
  const dropped = named(headers.connection);
  const sent: string[] = [];
  const host = hostHeader(incoming, hop);
  if (host !== null) sent.push('Host', host);
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    const key = name.toLowerCase();
    if (OWN.has(key) || dropped?.has(key) || (hop.dropInvalid && !/^[a-z0-9-]+$/.test(key))) continue;
    sent.push(name, rawHeaders[at + 1] ?? '');
  }
  const forwardedFor = forwardedHeader(request, hop);
  if (forwardedFor !== null) sent.push('X-Forwarded-For', forwardedFor);
  sent.push('X-Forwarded-Proto', hop.protocol, 'X-Forwarded-Port', String(hop.port));
  sent.push('X-Amzn-Trace-Id', hop.traceIds.header(one(headers['x-amzn-trace-id'])));
  return sent;
}

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(';') : value;

/** Headers that `Connection` names go no further; undici frames the message anew. */
function named(connection: string | undefined): ReadonlySet<string> | null {
  if (connection === undefined || /^(keep-alive|close|upgrade)$/i.test(connection)) return null;
  return new Set(connection.split(',').map((name) => name.trim().toLowerCase()));
}

/** Not on 80 or 443, the listener's port is added where the client named none, unless the header is to be kept. */
function hostHeader({ authority }: Incoming, { port, preserveHost }: Hop): string | null {
  if (authority === null || preserveHost || port === 80 || port === 443) return authority;
  return /:\d+$/.test(authority) ? authority : `${authority}:${port}`;
}

/** Attribute routing.http.xff_header_processing.mode. */
function forwardedHeader({ headers, socket }: IncomingMessage, hop: Hop): string | null {
  const given = one(headers['x-forwarded-for']);
  if (hop.forwardedFor === 'remove') return null;
  if (hop.forwardedFor === 'preserve') return given ?? null;
  const { remoteAddress = '', remotePort = 0 } = socket;
  const client = hop.withClientPort ? `${remoteAddress}:${remotePort}` : remoteAddress;
  return given === undefined || given === '' ? client : `${given}, ${client}`;
}

/** What the client is sent of a target's headers. */
export function responseHeaders(raw: readonly (Buffer | string)[]): string[] {
  const sent: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const name = text(raw[at]);
    if (!OF_CONNECTION.has(name.toLowerCase())) sent.push(name, text(raw[at + 1]));
  }
  return sent;
}

const text = (part: Buffer | string | undefined): string =>
  typeof part === 'string' ? part : (part?.toString('latin1') ?? '');

/** Without what a reason phrase may not hold (RFC 9112, 4): Node reads such a one, but refuses to send it. */
export const reasonPhrase = (given: string): string => given.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
