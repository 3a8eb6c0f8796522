/** The port of an application load balancer's listener. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Duplex } from 'node:stream';
import { Exchange } from './exchange.ts';
import { sendPage } from './pages.ts';
import { type Port } from './port.ts';
import { Refusals } from './refusals.ts';
import { type Site } from './site.ts';
import { isWebSocket, upgrade } from './upgrade.ts';

/** ELB User Guide for ALB: quotas, the entire request header. */
const LARGEST_HEADER = 64 * 1024;
const CHECK_SECONDS = 5;

export function httpPort(site: Site): Port {
  const server = serverOf(site);
  const refusals = new Refusals(site);
  const upgraded = new Set<Duplex>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    try {
      keepTimeouts(server, site.idleMs);
      serve(site, refusals, request, response);
    } catch (cause) {
      site.shared.log(`The load balancer failed to answer ${request.method ?? ''}: ${String(cause)}`);
      response.destroy();
    }
  });
  server.on('upgrade', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    upgraded.add(client);
    client.once('close', () => upgraded.delete(client));
    upgrade(site, request, client, head);
  });
  server.on('clientError', (error: Error, client: Duplex) => {
    refusals.onError(client, error);
  });
  server.on('connect', (_request: IncomingMessage, client: Duplex) => {
    refusals.end(client, 405);
  });
  const end = (): void => {
    server.closeAllConnections();
    for (const client of upgraded) client.destroy();
  };
  return { server, end };
}

function serverOf(site: Site): Server {
  const server = createServer({
    maxHeaderSize: LARGEST_HEADER,
    // A body takes as long as it takes, so long as it goes on: the exchange has a time-out of its own.
    requestTimeout: 0,
    connectionsCheckingInterval: CHECK_SECONDS * site.shared.secondMs,
    // Answered here, as a load balancer answers it.
    requireHostHeader: false,
    shouldUpgradeCallback: isWebSocket,
  });
  // Their number is held down by their size; Node would leave out the ones behind the limit without a word.
  server.maxHeadersCount = 0;
  keepTimeouts(server, site.idleMs);
  return server;
}

/** The attribute may change while the listener is open. */
function keepTimeouts(server: Server, idleMs: number): void {
  if (server.keepAliveTimeout === idleMs) return;
  server.keepAliveTimeout = idleMs;
  server.headersTimeout = idleMs;
  // Of a connection on which nothing moves: longer than a target may take, and undici may notice a second late.
  server.timeout = 2 * idleMs + 1000;
}

function serve(site: Site, refusals: Refusals, request: IncomingMessage, response: ServerResponse): void {
  // A body that is not wanted any more breaks off with its connection.
  request.on('error', () => undefined);
  const decided = site.decide(request);
  if (decided.kind === 'way') {
    const exchange = new Exchange(site, decided, request, response);
    refusals.met(request, response, exchange);
    exchange.start();
    return;
  }
  refusals.met(request, response, null);
  site.countOwn(decided);
  if (decided.isRefusal) response.shouldKeepAlive = false;
  sendPage(response, decided.page);
}
