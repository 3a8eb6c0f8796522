/** Which requests are not even looked into, and why. */
import { type IncomingMessage } from 'node:http';
import { requestTarget } from './target.ts';

export interface Refused {
  readonly status: number;
  readonly error: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const CONTROL_METHODS = ['GET', 'POST', 'PATCH', 'DELETE', 'HEAD'];
const AWS_METHODS = ['GET', 'POST', 'HEAD'];

/**
 * Web pages in a browser on this machine must not reach the sandbox: neither by a name that they have pointed at the
 * loopback (a foreign Host) nor by a request from their own origin.
 */
export function refusal({ headers, method = '', url }: IncomingMessage): Refused | null {
  const host = headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host)) {
    return forbidden(`The sandbox answers on 127.0.0.1 and localhost only, not as ${quote(host)}.`);
  }
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    return forbidden(`The sandbox does not answer pages of other origins, such as ${quote(headers.origin)}.`);
  }
  const target = requestTarget(url);
  if (!target) return { status: 400, error: `The request must name a path on this server, not ${quote(url ?? '')}.` };
  const site = headers['sec-fetch-site'];
  const foreign = site === 'cross-site' || site === 'same-site';
  // A link may open the page; an AWS call in its address (`?Action=`) may be one that changes something.
  const link = headers['sec-fetch-mode'] === 'navigate' && !target.search.has('Action');
  if (foreign && !link) return forbidden('The sandbox does not answer pages of other origins.');
  const allowed = target.path.startsWith('/_sandbox/') ? CONTROL_METHODS : AWS_METHODS;
  if (allowed.includes(method)) return null;
  const allow = allowed.join(', ');
  return { status: 405, error: `The method ${quote(method)} is not taken here; ${allow} are.`, headers: { allow } };
}

const forbidden = (error: string): Refused => ({ status: 403, error });

/** For messages and the log: hostile text on one line, cut. */
const quote = (text: string): string => JSON.stringify(text.slice(0, 100));
