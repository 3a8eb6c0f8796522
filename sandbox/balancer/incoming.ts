/** A request as rules see it, and what a load balancer does not let through. */
import { type IncomingMessage } from 'node:http';
import { type Asked } from './conditions.ts';

export interface Incoming extends Asked {
  /** Path and query, as they were sent. */
  readonly url: string;
  /** With its port, if it came with one; null where the client named none. */
  readonly authority: string | null;
}

/** The absolute form, as clients send it to proxies: its authority counts, not the Host header (RFC 9112, 3.2.2). */
const ABSOLUTE = /^https?:\/\/([^/?#]+)(.*)$/is;

/** null where the request's target or its Host headers are none that a target can be asked for. */
export function incomingOf(request: IncomingMessage): Incoming | null {
  const { url: target = '', headers, method = '' } = request;
  const absolute = target.startsWith('/') ? null : ABSOLUTE.exec(target);
  const given = absolute ? (absolute[2] ?? '') : target;
  const url = absolute && !given.startsWith('/') ? `/${given}` : given;
  if (!url.startsWith('/')) return null;
  const authority = absolute?.[1] ?? headers.host ?? null;
  if (authority === null && request.httpVersion !== '1.0') return null;
  const mark = url.indexOf('?');
  return {
    url,
    authority,
    method,
    headers,
    host: hostOf(authority ?? ''),
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    address: request.socket.remoteAddress ?? '',
    values: (name) => request.headersDistinct[name] ?? [],
  };
}

const hostOf = (authority: string): string => authority.replace(/:\d*$/, '').toLowerCase();

/** In bytes (ELB User Guide for ALB: quotas, HTTP headers). */
const LONGEST_LINE = 16 * 1024;
/** ELB User Guide for ALB: troubleshooting, HTTP 463. */
const MOST_FORWARDERS = 30;

/** The status of the load balancer's refusal (ELB User Guide for ALB: troubleshooting); null: it passes. */
export function refusalOf(request: IncomingMessage): number | null {
  const { method, url = '', rawHeaders, headers } = request;
  if (method === 'TRACE') return 405;
  if (url.length > LONGEST_LINE) return 414;
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length + (rawHeaders[at + 1] ?? '').length > LONGEST_LINE) return 400;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  if (hosts > 1) return 400;
  if ((headers['transfer-encoding'] ?? 'chunked').toLowerCase() !== 'chunked') return 501;
  const forwarders = headers['x-forwarded-for'];
  if (forwarders !== undefined && String(forwarders).split(',').length > MOST_FORWARDERS) return 463;
  return null;
}
