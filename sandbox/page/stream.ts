/** Server-sent events for the page: what changed, at most four times a second, and nothing while no one looks. */
import { type ServerResponse } from 'node:http';
import { type Sandbox } from '../operation.ts';
import { type CallFeed } from './call-feed.ts';
import { trafficRows } from './traffic-rows.ts';
import { type Hello, type View } from './view-types.ts';

export const MOST_CLIENTS = 32;
const TICK_MS = 250;
const BEAT_MS = 15_000;
const RETRY_MS = 1_000;
/** A client that lets this much lie unread is cut off: it comes back by itself and is sent everything afresh. */
const MOST_UNREAD_BYTES = 2 * 1024 * 1024;

export interface StreamParts {
  readonly sandbox: Sandbox;
  readonly calls: CallFeed;
  readonly boot: string;
  /** The first message, but for what the stream itself knows. */
  readonly hello: Omit<Hello, 'boot' | 'resumed'>;
  view(serviceArn: string | null): View;
}

interface Client {
  readonly response: ServerResponse;
  readonly service: string | null;
  /** Id of the newest call that it was sent; 0 before the first. */
  call: number;
  /** What it was sent last, for comparison. */
  view: string;
  /** The newest second of traffic that it was sent. */
  second: number;
  beatAt: number;
}

export interface Stream {
  /** False where there are too many already. */
  add(response: ServerResponse, options: { service: string | null; lastEventId: string | null }): boolean;
  clients(): number;
  close(): void;
}

export function createStream(parts: StreamParts): Stream {
  const clients = new Set<Client>();
  let timer: NodeJS.Timeout | undefined;
  const tick = (): void => {
    const views = new Map<string | null, string>();
    for (const client of clients) {
      if (!views.has(client.service)) views.set(client.service, comparable(parts, client.service));
      bringUpToDate(parts, client, views.get(client.service) ?? '');
    }
  };
  return {
    add(response, { service, lastEventId }) {
      if (clients.size >= MOST_CLIENTS) return false;
      const seen = lastCall(parts, lastEventId);
      const client = { response, service, call: seen ?? 0, view: '', second: 0, beatAt: Date.now() };
      open(response);
      clients.add(client);
      response.on('close', () => {
        clients.delete(client);
        if (clients.size === 0) clearInterval(timer);
      });
      send(parts, client, 'hello', { ...parts.hello, boot: parts.boot, resumed: seen !== null });
      bringUpToDate(parts, client, comparable(parts, service));
      if (clients.size === 1) timer = setInterval(tick, TICK_MS).unref();
      return true;
    },
    clients: () => clients.size,
    close() {
      clearInterval(timer);
      for (const { response } of clients) response.destroy();
    },
  };
}

function open(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  response.write(`retry: ${RETRY_MS}\n\n`);
}

/** The call that the client saw last, when it comes back to this same sandbox; null for a new one. */
function lastCall({ boot }: StreamParts, lastEventId: string | null): number | null {
  const [, of, id] = /^([^.]+)\.(\d{1,15})$/.exec(lastEventId ?? '') ?? [];
  return of === boot ? Number(id) : null;
}

/** The view as JSON; with the time where that stands still until someone moves it. */
function comparable(parts: StreamParts, service: string | null): string {
  const view = parts.view(service);
  const now = view.clock.kind === 'stepped' ? `,"at":${parts.sandbox.clock.now()}` : '';
  return `"view":${JSON.stringify(view)}${now}`;
}

function bringUpToDate(parts: StreamParts, client: Client, view: string): void {
  const { response } = client;
  if (response.writableLength > MOST_UNREAD_BYTES) {
    response.destroy();
    return;
  }
  // Slow: what has been sent is not read yet. The newest state is sent once it is.
  if (response.writableNeedDrain) return;
  const calls = parts.calls.since(client.call);
  client.call = calls.at(-1)?.id ?? client.call;
  if (calls.length > 0) send(parts, client, 'calls', { calls });
  if (view !== client.view) {
    client.view = view;
    sendText(parts, client, 'view', `{"now":${parts.sandbox.clock.now()},${view}}`);
  }
  sendTraffic(parts, client);
  beat(parts, client);
}

/** Each second once, when it is over. The first message also brings those before. */
function sendTraffic(parts: StreamParts, client: Client): void {
  const until = Math.floor(Date.now() / 1000) - 1;
  if (client.second >= until) return;
  const seconds = trafficRows(parts.sandbox.traffic.seconds(), client.second, until);
  const whole = client.second === 0;
  client.second = until;
  if (whole || seconds.length > 0) send(parts, client, 'traffic', { until, whole, seconds });
}

function beat(parts: StreamParts, client: Client): void {
  if (Date.now() - client.beatAt < BEAT_MS) return;
  client.beatAt = Date.now();
  send(parts, client, 'beat', { now: parts.sandbox.clock.now() });
}

function send(parts: StreamParts, client: Client, event: string, data: unknown): void {
  sendText(parts, client, event, JSON.stringify(data));
}

/** JSON has no line breaks, so one data line holds it. */
function sendText({ boot }: StreamParts, client: Client, event: string, data: string): void {
  client.response.write(`event: ${event}\nid: ${boot}.${client.call}\ndata: ${data}\n\n`);
}
