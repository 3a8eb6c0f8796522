import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { unknownRepository } from '../operations/ecr/repository.ts';
import { type Sandbox } from '../operation.ts';
import { type Repository } from '../world/ecr.ts';
import { type RoleSession } from '../world/iam.ts';
import { refusal, refuse, type Refusal } from './answer.ts';
import { hasImage, sendTags } from './known.ts';
import { manifestStore } from './manifests.ts';
import { denied, type Routed, withoutMount } from './permission.ts';
import { parseRoute } from './route.ts';
import { checkPassword, sessionOf } from './state.ts';
import { forward, type Upstream } from './upstream.ts';

function credentials(header: string | undefined): { readonly user: string; readonly password: string } | null {
  const encoded = /^basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  return { user, password: rest.join(':') };
}

/** ECR takes the user `AWS` and a password out of GetAuthorizationToken. Whose it is, or why it is not taken. */
function loggedIn(sandbox: Sandbox, header: string | undefined): { readonly session: RoleSession | null } | Refusal {
  const given = credentials(header);
  if (!given) return refusal(401, 'UNAUTHORIZED', 'authentication required');
  const verdict = given.user === 'AWS' ? checkPassword(sandbox, given.password) : 'wrong';
  if (verdict === 'good') return { session: sessionOf(sandbox.world, given.password) };
  return verdict === 'wrong'
    ? refusal(401, 'UNAUTHORIZED', 'Not Authorized')
    : refusal(403, 'DENIED', 'Your authorization token has expired. Reauthenticate and try again.');
}

type Admitted =
  | { readonly kind: 'ping'; readonly repository: null }
  | { readonly kind: 'routed'; readonly route: Routed; readonly repository: Repository };

/** What the request is about, or why it goes no further. */
function admit(sandbox: Sandbox, request: IncomingMessage): Admitted | Refusal {
  const { method = '', url = '', headers } = request;
  const caller = loggedIn(sandbox, headers.authorization);
  if ('status' in caller) return caller;
  const route = parseRoute(method, url);
  if (route === 'unknown path') return refusal(404, 'UNSUPPORTED', 'This path is not part of the registry protocol.');
  if (route === 'unknown method') return refusal(405, 'UNSUPPORTED', 'The registry does not take this method here.');
  const { world } = sandbox;
  if (route.kind === 'ping') return { kind: 'ping', repository: null };
  const refused = denied(sandbox, caller.session, route, method);
  if (refused) return refused;
  if (route.kind === 'upload' && method === 'POST') request.url = withoutMount(sandbox, caller.session, url);
  const repository = world.ecr.repositories.get(route.repository);
  if (!repository) return refusal(404, 'NAME_UNKNOWN', unknownRepository(route.repository, world.account));
  if (route.kind === 'manifest' && method !== 'PUT' && !hasImage(repository, route.reference)) {
    return refusal(404, 'MANIFEST_UNKNOWN', 'Requested image not found');
  }
  return { kind: 'routed', route, repository };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function handler(sandbox: Sandbox, upstream: Upstream, origin: () => string): Handler {
  const putManifest = manifestStore(sandbox, upstream);
  return async (request, response) => {
    const admitted = admit(sandbox, request);
    if ('status' in admitted) {
      refuse(response, admitted, origin());
    } else if (admitted.kind === 'routed' && admitted.route.kind === 'manifest' && request.method === 'PUT') {
      await putManifest(admitted.route, request, response, origin());
    } else if (admitted.kind === 'routed' && admitted.route.kind === 'tags') {
      sendTags(admitted.repository, request.url ?? '', response);
    } else {
      await forward(upstream, request, response, origin());
    }
  };
}

/** The registry as ECR shows it: log-in, existing repositories only, immutable tags. Not listening yet. */
export function createProxy(sandbox: Sandbox, upstream: Upstream): Server {
  const origin = (): string => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  };
  const handle = handler(sandbox, upstream, origin);
  const server = createServer((request, response) => {
    handle(request, response).catch((cause: unknown) => {
      if (response.headersSent) response.destroy();
      else
        refuse(
          response,
          refusal(502, 'UNAVAILABLE', `The registry behind this address failed: ${String(cause)}`),
          origin(),
        );
    });
  });
  // Layers may take longer than the five minutes that Node allows a request.
  server.requestTimeout = 0;
  return server;
}
