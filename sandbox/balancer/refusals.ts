/** What is told to a client that sends no proper HTTP, or not all of it in time. */
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Duplex } from 'node:stream';
import { type Exchange } from './exchange.ts';
import { errorPage, pageBytes } from './pages.ts';
import { type Site } from './site.ts';

/** The request that came last over a connection. */
interface Last {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** null where the load balancer answers itself. */
  readonly exchange: Exchange | null;
}

/** How long a client that still sends is listened to, so that the answer is not lost in a reset. */
const LINGER_SECONDS = 2;

export class Refusals {
  private readonly site: Site;
  private readonly last = new WeakMap<Duplex, Last>();
  private readonly refused = new WeakSet<Duplex>();

  constructor(site: Site) {
    this.site = site;
  }

  met(request: IncomingMessage, response: ServerResponse, exchange: Exchange | null): void {
    this.last.set(request.socket, { request, response, exchange });
  }

  /** What cannot be read lies in the body of the last request, or comes where another should begin. */
  onError(client: Duplex, error: Error): void {
    if (this.refused.has(client)) return;
    const last = this.last.get(client);
    const code = 'code' in error ? error.code : '';
    if (code === 'ECONNRESET' || !client.writable) client.destroy();
    else if (last && !last.request.complete && last.exchange) last.exchange.refuse(400);
    else if (last && !(last.request.complete && last.response.writableFinished)) client.destroy();
    else this.end(client, code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400);
  }

  /** The load balancer's answer, and the end of the connection. */
  end(client: Duplex, status: number): void {
    this.refused.add(client);
    this.site.count(null, null, status, true, null);
    client.on('error', () => client.destroy());
    client.end(pageBytes(errorPage(status)));
    setTimeout(() => client.destroy(), LINGER_SECONDS * this.site.shared.secondMs).unref();
  }
}
