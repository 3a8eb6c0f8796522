import { createServer, request, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Sandbox } from '../../../sandbox/operation.ts';
import { issuePassword } from '../../../sandbox/registry/state.ts';

export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

export const serve = async (listener: RequestListener) => {
  const server = createServer(listener);
  return { server, port: await listen(server) };
};

export async function end(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

export const basic = (password: string, user = 'AWS'): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** The Authorization header that a fresh log-in gives. */
export const login = (sandbox: Sandbox): string => basic(issuePassword(sandbox).password);

export interface Asked {
  readonly port: number;
  readonly method?: string;
  readonly path: string;
  readonly authorization?: string | undefined;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** One request whose path is sent as it is written, which `fetch` would tidy up. */
export async function ask({ port, method = 'GET', path, authorization, headers, body }: Asked): Promise<Answered> {
  const all = { ...headers, ...(authorization !== undefined && { authorization }) };
  const outgoing = request({ host: '127.0.0.1', port, method, path, headers: all, agent: false });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).once('error', reject).end(body);
  });
  const response = await answer;
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** Bytes as they are, for what no HTTP client would send. Resolves with the answer's first line. */
export async function askRaw(port: number, message: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(message);
  return (await text(socket)).split('\r\n', 1)[0] ?? '';
}

export async function freePort(): Promise<number> {
  const { server, port } = await serve(() => undefined);
  await end(server);
  return port;
}
