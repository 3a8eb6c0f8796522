/** What a load balancer answers by itself. */
import { type ServerResponse, STATUS_CODES } from 'node:http';

export interface Page {
  readonly status: number;
  readonly reason: string;
  /** Name, value, name, value, … */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** Where the reason that an ALB gives is not Node's. */
const reasons: Readonly<Record<number, string>> = {
  408: 'Request Time-out',
  414: 'Request-URI Too Large',
  463: 'X-Forwarded-For Too Long',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

const reasonOf = (status: number): string => reasons[status] ?? STATUS_CODES[status] ?? 'Unknown';

export const errorPage = (status: number): Page => page(status, htmlOf(status), ['Content-Type', 'text/html']);

function htmlOf(status: number): string {
  const title = `${status} ${reasonOf(status)}`;
  const lines = [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${title}</h1></center>`,
    '</body>',
    '</html>',
    '',
  ];
  return lines.join('\r\n');
}

/** A fixed-response action (ELBv2 API: FixedResponseActionConfig). */
export function fixedPage(config: Readonly<Record<string, string>>): Page {
  const { StatusCode: status = '503', ContentType: type = 'text/plain', MessageBody: body = '' } = config;
  return page(Number(status), body, ['Content-Type', type]);
}

export const redirectPage = (status: number, location: string): Page =>
  page(status, htmlOf(status), ['Content-Type', 'text/html', 'Location', location]);

function page(status: number, body: string, headers: readonly string[]): Page {
  const bytes = Buffer.from(body);
  const length = String(bytes.length);
  return {
    status,
    reason: reasonOf(status),
    headers: ['Server', 'awselb/2.0', ...headers, 'Content-Length', length],
    body: bytes,
  };
}

export function sendPage(response: ServerResponse, { status, reason, headers, body }: Page): void {
  response.writeHead(status, reason, [...headers]).end(body);
}

/** The same as bytes, for a connection that is to end: what was sent on it could not be read. */
export function pageBytes({ status, reason, headers, body }: Page): Buffer {
  const lines = [`HTTP/1.1 ${status} ${reason}`, `Date: ${new Date().toUTCString()}`, 'Connection: close'];
  for (let at = 0; at < headers.length; at += 2) lines.push(`${headers[at] ?? ''}: ${headers[at + 1] ?? ''}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}
