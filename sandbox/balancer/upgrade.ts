/** WebSocket connections: once the target has agreed, bytes are passed on as they come. */
import { type IncomingMessage, request as requestTarget, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import { reasonPhrase, requestHeaders, responseHeaders } from './headers.ts';
import { errorPage, type Page, sendPage } from './pages.ts';
import { type Site, type Way } from './site.ts';

/** ALBs know no other protocol to change to (ELB User Guide for ALB: listeners). */
export const isWebSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket';

export function upgrade(site: Site, request: IncomingMessage, client: Duplex, head: Buffer): void {
  client.on('error', () => {
    client.destroy();
  });
  const decided = site.decide(request);
  if (decided.kind === 'page') {
    site.countOwn(decided);
    answer(request, client, decided.page);
  } else {
    ask(site, decided, request, client, head);
  }
}

type Count = (status: number, fromBalancer: boolean) => void;

function ask(site: Site, way: Way, request: IncomingMessage, client: Duplex, head: Buffer): void {
  const { incoming, endpoint, target } = way;
  const begun = performance.now();
  const count: Count = (status, fromBalancer) => {
    const targetMs = fromBalancer ? null : performance.now() - begun;
    site.count(target.targetGroupArn, target.revision, status, fromBalancer, targetMs);
  };
  const headers = [...requestHeaders(request, incoming, site.hop), 'Connection', 'Upgrade', 'Upgrade', 'websocket'];
  const { host, port } = endpoint;
  const asking = requestTarget({ host, port, method: incoming.method, path: incoming.url, headers, agent: false });
  const idleMs = site.idleMs;
  let failure = 502;
  let answered = false;
  asking.setTimeout(idleMs, () => {
    failure = 504;
    if (!answered) asking.destroy(new Error('The target did not answer in time.'));
  });
  asking.on('upgrade', (agreed, upstream, first) => {
    answered = true;
    count(101, false);
    client.write(switching(agreed));
    join(client, head, upstream, first, idleMs);
  });
  asking.on('response', (refused) => {
    answered = true;
    refuse(refused, request, client, count);
  });
  asking.on('error', () => {
    if (answered || client.destroyed) return;
    count(failure, true);
    answer(request, client, errorPage(failure));
  });
  client.once('close', () => asking.destroy());
  asking.end();
}

/** The target's own answer, in place of another protocol. */
function refuse(refused: IncomingMessage, request: IncomingMessage, client: Duplex, count: Count): void {
  const { statusCode = 0, statusMessage = '', rawHeaders } = refused;
  // Node reads any three digits, and sends none below 100.
  if (statusCode < 100) {
    refused.destroy();
    count(502, true);
    answer(request, client, errorPage(502));
    return;
  }
  count(statusCode, false);
  const response = responseOn(request, client);
  response.writeHead(statusCode, reasonPhrase(statusMessage), responseHeaders(rawHeaders));
  pipeline(refused, response, () => undefined);
}

function switching({ rawHeaders, statusMessage = '' }: IncomingMessage): string {
  const lines = [`HTTP/1.1 101 ${statusMessage}`, 'Connection: Upgrade', 'Upgrade: websocket'];
  const sent = responseHeaders(rawHeaders);
  for (let at = 0; at < sent.length; at += 2) lines.push(`${sent[at] ?? ''}: ${sent[at + 1] ?? ''}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/**
 * Either end's close or error is the other's, once it has been sent what came before; so is silence for as long as the
 * idle time-out.
 */
export function join(client: Duplex, head: Buffer, upstream: Duplex, first: Buffer, idleMs: number): void {
  for (const [one, other] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    one.on('error', () => one.destroy());
    one.once('close', () => {
      if (other instanceof Socket && one.errored === null) other.destroySoon();
      else other.destroy();
    });
    if (one instanceof Socket) one.setTimeout(idleMs, () => one.destroy());
    one.pipe(other);
  }
  if (head.length > 0) upstream.write(head);
  if (first.length > 0) client.write(first);
}

function answer(request: IncomingMessage, client: Duplex, page: Page): void {
  sendPage(responseOn(request, client), page);
}

/** A plain answer on a connection that Node has given up to us; it ends with it. */
function responseOn(request: IncomingMessage, client: Duplex): ServerResponse {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  if (client instanceof Socket) response.assignSocket(client);
  response.once('finish', () => client.end());
  return response;
}
