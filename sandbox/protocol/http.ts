import { type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { answerControl, type ControlContext } from '../control/control.ts';
import { LARGEST_BODY, readBody } from './body.ts';
import { dispatch, type DispatchContext } from './dispatch.ts';

export type HttpContext = DispatchContext & ControlContext;

const CONTROL = '/_sandbox/';

interface Refused {
  readonly status: number;
  readonly error: string;
}

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
    sendJson(response, refused.status, { error: refused.error });
    return;
  }
  const body = await readBody(request);
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (body === null) {
    sendJson(response, 413, { error: `The request body is larger than ${LARGEST_BODY} bytes.` });
  } else if (path.startsWith(CONTROL)) {
    const answer = answerControl(context, request.method ?? '', path.slice(CONTROL.length), body.toString('utf8'));
    sendJson(response, answer.status, answer.body);
  } else {
    const answer = await dispatch(context, request, body);
    if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
    else response.destroy();
  }
}

/**
 * Web pages in a browser on this machine must not reach the sandbox: neither by a name that they have pointed at the
 * loopback (a foreign Host) nor by a request from their own origin.
 */
function refusal({ headers }: IncomingMessage): Refused | null {
  const host = headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host)) {
    return {
      status: 403,
      error: `The sandbox answers on 127.0.0.1 and localhost only, not as ${JSON.stringify(host)}.`,
    };
  }
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    return { status: 403, error: 'The sandbox does not answer pages of other origins.' };
  }
  return null;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
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
