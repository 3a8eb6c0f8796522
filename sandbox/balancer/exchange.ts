/** One request on its way to a target, and the answer back. */
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { type Dispatcher } from 'undici';
import { reasonPhrase, requestHeaders, responseHeaders } from './headers.ts';
import { errorPage, sendPage } from './pages.ts';
import { type Site, type Way } from './site.ts';

const NOTHING = Buffer.alloc(0);

type Controller = Dispatcher.DispatchController;

/** ELB User Guide for ALB: troubleshooting, HTTP 460. No client sees it. */
const CLIENT_GONE = 460;

/** The load balancer's status where a target gave none, by undici's or the system's code of what went wrong. */
const statuses: ReadonlyMap<string, number> = new Map([
  ['UND_ERR_HEADERS_TIMEOUT', 504],
  ['UND_ERR_CONNECT_TIMEOUT', 504],
  ['UND_ERR_INVALID_ARG', 400],
  ['UND_ERR_REQ_CONTENT_LENGTH_MISMATCH', 400],
]);

export class Exchange implements Dispatcher.DispatchHandler {
  private readonly site: Site;
  private readonly way: Way;
  private readonly request: IncomingMessage;
  private readonly response: ServerResponse;
  private readonly body: PassThrough | null;
  private readonly options: Dispatcher.DispatchOptions;
  private readonly begun = performance.now();
  private controller: Controller | null = null;
  private targetMs: number | null = null;
  private retried = false;
  private flushed = false;
  private clientGone = false;
  private counted = false;

  constructor(site: Site, way: Way, request: IncomingMessage, response: ServerResponse) {
    this.site = site;
    this.way = way;
    this.request = request;
    this.response = response;
    this.body = bodyOf(request);
    const idleMs = site.idleMs;
    this.options = {
      path: way.incoming.url,
      method: way.incoming.method,
      headers: requestHeaders(request, way.incoming, site.hop),
      body: this.body,
      headersTimeout: idleMs,
      bodyTimeout: idleMs,
    };
  }

  start(): void {
    this.response.once('close', () => {
      this.onClientClose();
    });
    if (this.body) this.watchUpload();
    this.site.shared.pools.of(this.way.endpoint).dispatch(this.options, this);
  }

  onRequestStart(controller: Controller): void {
    this.controller = controller;
    if (this.clientGone) controller.abort(new Error('The client has gone.'));
  }

  onResponseStart(controller: Controller, status: number, _parsed: unknown, reason = ''): void {
    if (status < 200) return;
    this.targetMs = performance.now() - this.begun;
    const { rawHeaders } = controller;
    this.response.writeHead(status, reasonPhrase(reason), responseHeaders(Array.isArray(rawHeaders) ? rawHeaders : []));
    process.nextTick(flush, this);
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    this.flushed = true;
    if (this.response.write(chunk)) return;
    controller.pause();
    this.response.once('drain', () => {
      controller.resume();
    });
  }

  onResponseEnd(): void {
    this.flushed = true;
    this.response.end();
    this.count(this.response.statusCode, false);
  }

  onResponseError(_controller: Controller | null, error: Error): void {
    if (this.counted) return;
    if (this.clientGone)
      this.count(this.targetMs === null ? CLIENT_GONE : this.response.statusCode, this.targetMs === null);
    else if (this.targetMs !== null) this.cut();
    else if (this.mayRetry(error)) this.retry();
    else this.answer(statuses.get(codeOf(error)) ?? 502);
  }

  /** An answer that keeps the client waiting for its body: its head goes out as it came. */
  flush(): void {
    if (this.flushed || this.response.destroyed) return;
    this.flushed = true;
    // Not `flushHeaders`, which would write them as UTF-8.
    this.response.write(NOTHING);
  }

  /** The client has broken its own request: this is the last on its connection. */
  refuse(status: number): void {
    if (this.counted) return;
    this.response.shouldKeepAlive = false;
    if (this.targetMs === null) this.answer(status);
    else this.cut();
    this.controller?.abort(new Error('The client did not send its request as it should.'));
  }

  /** undici does not time a request whose body is still on its way. */
  private watchUpload(): void {
    const { request, site } = this;
    request.setTimeout(site.idleMs, () => {
      // A target that takes no more of it is undici's to time.
      if (this.body?.writableNeedDrain !== true) this.refuse(408);
    });
    request.once('end', () => request.setTimeout(0));
  }

  private onClientClose(): void {
    if (this.counted) return;
    this.clientGone = true;
    this.controller?.abort(new Error('The client has gone.'));
  }

  /** A target that breaks in the middle of its answer: the client sees a broken one too. */
  private cut(): void {
    this.count(this.response.statusCode, false);
    this.response.destroy();
  }

  private answer(status: number): void {
    this.count(status, true);
    sendPage(this.response, errorPage(status));
  }

  /**
   * Only what may be done twice, and only where the connection had served others before: it was closed by the target as
   * the request went out.
   */
  private mayRetry(error: Error): boolean {
    const { method } = this.options;
    if (this.retried || this.body || (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS')) return false;
    const code = codeOf(error);
    if (code === 'ECONNRESET' || code === 'EPIPE') return true;
    return code === 'UND_ERR_SOCKET' && hadAnswers(error);
  }

  private retry(): void {
    this.retried = true;
    const connection = this.site.shared.pools.fresh(this.way.endpoint);
    connection.dispatch({ ...this.options, reset: true }, this);
    void connection.close();
  }

  private count(status: number, fromBalancer: boolean): void {
    if (this.counted) return;
    this.counted = true;
    // The rest of a body that nobody wants stands before the next request.
    if (this.body && !this.request.complete) this.request.unpipe(this.body).resume();
    const { targetGroupArn, revision } = this.way.target;
    this.site.count(targetGroupArn, revision, status, fromBalancer, this.targetMs);
  }
}

function flush(exchange: Exchange): void {
  exchange.flush();
}

/** Apart from the request itself: a target that takes no more of it must not end the client's connection. */
function bodyOf(request: IncomingMessage): PassThrough | null {
  const { 'content-length': length = '0', 'transfer-encoding': coding } = request.headers;
  return length === '0' && coding === undefined ? null : request.pipe(new PassThrough());
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

/** Whether anything had come over the connection that broke (undici: SocketError.socket). */
function hadAnswers(error: Error): boolean {
  const socket = 'socket' in error ? error.socket : null;
  return typeof socket === 'object' && socket !== null && 'bytesRead' in socket && Number(socket.bytesRead) > 0;
}
