/** The port of an application load balancer's listener. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Duplex } from 'node:stream';
import { Exchange } from './exchange.ts';
import { errorPage, pageBytes, sendPage } from './pages.ts';
import { type Port } from './port.ts';
import { type Site } from './site.ts';
import { isWebSocket, upgrade } from './upgrade.ts';

/** ELB User Guide for ALB: quotas, the entire request header. */
const LARGEST_HEADER = 64 * 1024;
const CHECK_SECONDS = 5;

export function httpPort(site: Site): Port {
  const server = serverOf(site);
  const upgraded = new Set<Duplex>();
  const keepIdle = (): void => {
    const idleMs = site.idleMs;
    if (server.keepAliveTimeout !== idleMs) [server.keepAliveTimeout, server.headersTimeout] = [idleMs, idleMs];
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    keepIdle();
    serve(site, request, response);
  });
  server.on('upgrade', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    upgraded.add(client);
    client.once('close', () => upgraded.delete(client));
    upgrade(site, request, client, head);
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
    keepAliveTimeout: site.idleMs,
    headersTimeout: site.idleMs,
    // A body takes as long as it takes, so long as it goes on: the exchange has a time-out of its own.
    requestTimeout: 0,
    connectionsCheckingInterval: CHECK_SECONDS * site.shared.secondMs,
    // Answered here, as a load balancer answers it.
    requireHostHeader: false,
    shouldUpgradeCallback: isWebSocket,
  });
  // Their number is held down by their size; Node would leave out the ones behind the limit without a word.
  server.maxHeadersCount = 0;
  server.on('clientError', (error: Error, client: Duplex) => {
    refuse(site, error, client);
  });
  server.on('connect', (_request: IncomingMessage, client: Duplex) => {
    end(site, client, 405);
  });
  return server;
}

function serve(site: Site, request: IncomingMessage, response: ServerResponse): void {
  // A body that is not wanted any more breaks off with its connection.
  request.on('error', () => undefined);
  const decided = site.decide(request);
  if (decided.kind === 'way') {
    new Exchange(site, decided, request, response).start();
    return;
  }
  site.countOwn(decided);
  sendPage(response, decided.page);
}

/** What came is no HTTP, or not all of it came in time. */
function refuse(site: Site, error: Error, client: Duplex): void {
  const code = 'code' in error ? error.code : '';
  if (code === 'ECONNRESET' || !client.writable) client.destroy();
  else end(site, client, code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400);
}

function end(site: Site, client: Duplex, status: number): void {
  site.count(null, null, status, true, null);
  client.on('error', () => client.destroy());
  client.end(pageBytes(errorPage(status)));
}
