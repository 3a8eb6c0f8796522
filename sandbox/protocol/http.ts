import { type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { answerControl, type ControlContext } from '../control/control.ts';
import { refusal, type Refused } from './admission.ts';
import { discard, LARGEST_BODY, readBody } from './body.ts';
import { dispatch, type DispatchContext } from './dispatch.ts';
import { requestTarget } from './target.ts';

export type HttpContext = DispatchContext & ControlContext;

const CONTROL = '/_sandbox/';

/** Answers AWS calls on `/` and the control API under `/_sandbox/`. */
export function requestListener(context: HttpContext): RequestListener {
  return (request, response) => {
    serve(context, request, response).catch((cause: unknown) => {
      // A client that goes away in the middle of its request is no fault of ours.
      if (!request.destroyed) context.log(`The sandbox failed to answer: ${String(cause)}`);
      response.destroy();
    });
  };
}

async function serve(context: HttpContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refused = refusal(request);
  if (refused) {
    await refuse(context, request, response, refused);
    return;
  }
  const body = await readBody(request);
  const { path, search } = requestTarget(request.url) ?? { path: '/', search: new URLSearchParams() };
  if (body === null) {
    const error = `The request body is larger than ${LARGEST_BODY} bytes.`;
    await refuse(context, request, response, { status: 413, error });
  } else if (path.startsWith(CONTROL)) {
    const asked = {
      method: request.method ?? '',
      path: path.slice(CONTROL.length),
      search,
      body: body.toString('utf8'),
    };
    const answer = await answerControl(context, asked);
    sendJson(response, answer.status, answer.body);
  } else {
    const answer = await dispatch(context, request, body);
    if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
    else response.destroy();
  }
}

/** The answer is complete at once, and the connection ends with it, however much was still to come. */
async function refuse(
  { log }: HttpContext,
  request: IncomingMessage,
  response: ServerResponse,
  { status, error, headers }: Refused,
): Promise<void> {
  log(`Refused (${status}): ${error}`);
  const text = JSON.stringify({ error });
  const length = Buffer.byteLength(text);
  response.writeHead(status, { ...JSON_HEADERS, ...headers, 'content-length': length, connection: 'close' });
  response.write(text);
  if (!request.complete) await discard(request);
  response.end();
}

/** What Node's parser cannot read, or finds too large (its own limits: 16 KB of headers, 5 minutes), is said too. */
export function logMalformed(server: Server, log: (line: string) => void): void {
  server.on('clientError', (cause: NodeJS.ErrnoException, socket) => {
    const status = statuses.get(cause.code ?? '') ?? '400 Bad Request';
    if (cause.code !== 'ECONNRESET')
      log(`Refused (${status}): a request that is not HTTP as it should be (${cause.message}).`);
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    else socket.destroy();
  });
}

const statuses = new Map([
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', '413 Payload Too Large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
]);

const JSON_HEADERS = { 'content-type': 'application/json' };

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, JSON_HEADERS).end(JSON.stringify(body));
}

/** Listens on the loopback and tells the port. Rejects when the port is taken. */
export async function listen(server: Server, port: number): Promise<number> {
  // Longer than SDK clients keep a connection, so that none is closed just as a request goes out on it.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The sandbox got no port.');
  return address.port;
}

export async function closeServer(server: Server): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}
