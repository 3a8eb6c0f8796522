/** The page: its files, its stream of what happens, and what its controls ask for. */
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type ControlAnswer, type ControlContext, type ControlRequest } from '../control/control.ts';
import { faultKinds } from '../control/faults.ts';
import { uuid } from '../ids.ts';
import { type RequestTarget, requestTarget } from '../protocol/target.ts';
import { asset } from './assets.ts';
import { callFeed } from './call-feed.ts';
import { catalogue } from './catalogue.ts';
import { createLoad } from './load.ts';
import { answerPageRoute } from './routes.ts';
import { createStream, MOST_CLIENTS } from './stream.ts';
import { project } from './view.ts';

export interface Page {
  /** True where the request was for the page or its stream, and is answered. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** The page's part of the control API; null where the path is none of it. */
  control(request: ControlRequest, port: number): Promise<ControlAnswer | null>;
  close(): void;
}

/** Nothing from elsewhere, no inline code, in no one's frame. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const FILES = '/_sandbox/page/';
const STREAM = '/_sandbox/stream';

export function createPage(context: ControlContext): Page {
  const { sandbox, faults } = context;
  const load = createLoad();
  const stream = createStream({
    sandbox,
    calls: callFeed(context.calls),
    boot: uuid(Math.random),
    hello: {
      operations: [...context.operationNames].sort(),
      faultKinds: faultKinds.filter((kind) => kind !== 'bucket'),
      samples: catalogue,
    },
    view: (serviceArn) => project(sandbox, { faults: faults.list(), load: load.state(), serviceArn }),
  });
  return {
    async answer(request, response) {
      const target = requestTarget(request.url) ?? { path: '', search: new URLSearchParams() };
      const name = fileOf(request, target);
      if (name !== null) await sendFile(response, name, request.method === 'HEAD');
      else if (target.path === STREAM && request.method === 'GET') {
        // A browser that reconnects by itself says by a header what it saw last, a script that does by a parameter.
        const header = request.headers['last-event-id'];
        const lastEventId = typeof header === 'string' ? header : target.search.get('last');
        const options = { service: target.search.get('service'), lastEventId };
        if (!stream.add(response, options)) refuseClient(response);
      } else return false;
      return true;
    },
    control: (request, port) => answerPageRoute({ ...context, load }, request, port),
    close() {
      stream.close();
      load.stop();
    },
  };
}

/** The asked file's name; null where the request is not for one. AWS calls on `/` name a target or an action, or are signed (S3). */
function fileOf({ method, headers: sent }: IncomingMessage, { path, search }: RequestTarget): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (path.startsWith(FILES)) return path.slice(FILES.length);
  const isCall = sent['x-amz-target'] !== undefined || sent.authorization !== undefined || search.has('Action');
  return path === '/' && !isCall ? 'index.html' : null;
}

async function sendFile(response: ServerResponse, name: string, headOnly: boolean): Promise<void> {
  const found = await asset(name);
  const body = found?.body ?? 'There is no such file.\n';
  const type = found?.type ?? 'text/plain; charset=utf-8';
  response.writeHead(found ? 200 : 404, {
    ...headers,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
  });
  response.end(headOnly ? undefined : body);
}

function refuseClient(response: ServerResponse): void {
  const error = `${MOST_CLIENTS} pages look at this sandbox already; close one.`;
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '5' }).end(JSON.stringify({ error }));
}
