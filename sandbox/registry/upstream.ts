import { request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** Where the real registry listens. */
export type Upstream = { readonly socketPath: string } | { readonly host: '127.0.0.1'; readonly port: number };

export interface Message {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers?: IncomingHttpHeaders;
  readonly body?: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** They belong to one connection (RFC 9110, 7.6.1), or are for the proxy alone. */
const NOT_PASSED_ON = new Set([
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade', 'authorization', 'expect'],
]);

export const passedOn = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED_ON.has(name)));

/** A connection of its own for each request: a kept one may close just as an upload, which cannot be repeated, begins. */
const connect = (upstream: Upstream, { method, path, headers = {} }: Message) =>
  request({ ...upstream, method, path, headers: { ...headers }, agent: false });

/** Reads at most `limit` bytes; null when there are more. */
export async function readBody(stream: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop must not break the connection, on which the refusal is still to be sent.
  const pieces: AsyncIterable<Buffer> = stream.iterator({ destroyOnReturn: false });
  for await (const chunk of pieces) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** One small request and its whole answer. Rejects when the registry does not answer within `ms`. */
export async function send(upstream: Upstream, message: Message, ms = 30_000): Promise<Answer> {
  const outgoing = connect(upstream, message);
  outgoing.setTimeout(ms, () => outgoing.destroy(new Error(`the registry did not answer within ${ms} ms`)));
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).on('error', reject).end(message.body);
  });
  const body = await readBody(response, 1024 * 1024);
  return { status: response.statusCode ?? 502, headers: response.headers, body: body ?? Buffer.alloc(0) };
}

/** Upload addresses lead through the proxy, whatever host the registry believes it has. */
export function answerHeaders(headers: IncomingHttpHeaders, proxy: string): IncomingHttpHeaders {
  const passed = passedOn(headers);
  if (passed.location === undefined || !URL.canParse(passed.location, proxy)) return passed;
  const { pathname, search } = new URL(passed.location, proxy);
  return { ...passed, location: `${proxy}${pathname}${search}` };
}

/** Streams request and answer through; layers are never held in memory. Rejects when either side breaks off. */
export async function forward(
  upstream: Upstream,
  incoming: IncomingMessage,
  response: ServerResponse,
  proxy: string,
): Promise<void> {
  const { method = 'GET', url = '/' } = incoming;
  const outgoing = connect(upstream, { method, path: url, headers: passedOn(incoming.headers) });
  // A client that goes away ends the request behind it as well.
  response.once('close', () => outgoing.destroy());
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).on('error', reject);
  });
  // The registry may refuse an upload before it has read all of it: its answer counts, not the broken pipe.
  const sent = pipeline(incoming, outgoing).catch(() => undefined);
  const answer = await answered;
  response.writeHead(answer.statusCode ?? 502, answerHeaders(answer.headers, proxy));
  await pipeline(answer, response);
  await sent;
}
