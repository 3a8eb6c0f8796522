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
 * loopback (a foreign Host) nor by a request from their own origin. A link to the page is all they may have.
 */
export function refusal(request: IncomingMessage): Refused | null {
  const { headers, method = '', url } = request;
  const host = headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host)) {
    return forbidden(`The sandbox answers on 127.0.0.1 and localhost only, not as ${quote(host)}.`);
  }
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    return forbidden(`The sandbox does not answer pages of other origins, such as ${quote(headers.origin)}.`);
  }
  const site = headers['sec-fetch-site'];
  if ((site === 'cross-site' || site === 'same-site') && !opensPage(request)) {
    return forbidden('The sandbox does not answer pages of other origins.');
  }
  const target = requestTarget(url);
  if (!target) return { status: 400, error: `The request must name a path on this server, not ${quote(url ?? '')}.` };
  const allowed = target.path.startsWith('/_sandbox/') ? CONTROL_METHODS : AWS_METHODS;
  if (allowed.includes(method)) return null;
  const allow = allowed.join(', ');
  return { status: 405, error: `The method ${quote(method)} is not taken here; ${allow} are.`, headers: { allow } };
}

/**
 * A link from elsewhere that is followed to the page, in a tab of its own. A query would make an AWS call of it, and in
 * a frame its controls could be clicked unseen (Fetch Metadata: Sec-Fetch-Mode, Sec-Fetch-Dest).
 */
function opensPage({ method, url, headers }: IncomingMessage): boolean {
  const isLink = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return isLink && method === 'GET' && url === '/';
}

const forbidden = (error: string): Refused => ({ status: 403, error });

/** For messages and the log: hostile text on one line, cut. */
const quote = (text: string): string => JSON.stringify(text.slice(0, 100));
