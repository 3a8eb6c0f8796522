/** The Docker Engine API, version 1.41 (engine 20.10) and later. */
import { type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type SecureContextOptions } from 'node:tls';
import { Pool, type Dispatcher } from 'undici';
import { type Json } from '../../json.ts';
import { type Address } from './address.ts';
import { parseJson, textAt } from './json-path.ts';

export type Method = 'GET' | 'POST' | 'DELETE';

export interface CallOptions {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Engine {
  /** `20.10.24` */
  readonly version: string;
  readonly address: Address;
  /** Rejects with an `EngineError` where the engine refuses. Resolves with its JSON; null for none. */
  call(method: Method, path: string, options?: CallOptions): Promise<Json>;
  /** The same with a body that is read as it comes, for as long as the engine sends. */
  open(method: Method, path: string, options?: CallOptions): Promise<Readable>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** The engine's refusal. `message` is its own text, without the client's `Error response from daemon: `. */
export class EngineError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Tls extends SecureContextOptions {
  readonly rejectUnauthorized: boolean;
}

/** Calls at a time; more of them wait. Streams (logs, events, pulls) have their own connections. */
const CALLS = 16;
const STREAMS = 1_024;
/** A container's start can take long on a busy machine. */
const CALL_LIMIT_MS = 120_000;

export const connectTo = (address: Address, tls: Tls | null): Pick<Engine, 'call' | 'open' | 'close'> => {
  const origin = address.kind === 'socket' ? 'http://engine' : originOf(address);
  const connect = { timeout: 5_000, ...(address.kind === 'socket' ? { socketPath: address.path } : tls) };
  const calls = new Pool(origin, { connect, connections: CALLS, headersTimeout: CALL_LIMIT_MS });
  const streams = new Pool(origin, { connect, connections: STREAMS, headersTimeout: 0, bodyTimeout: 0 });
  return {
    async call(method, path, options) {
      const body = await text(await request(calls, method, path, options));
      return parseJson(body) ?? null;
    },
    open: (method, path, options) => request(streams, method, path, options),
    async close() {
      await Promise.all([calls.destroy(), streams.destroy()]);
    },
  };
};

const originOf = ({ host, port, tls }: Extract<Address, { kind: 'tcp' }>): string =>
  `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;

async function request(
  pool: Pool,
  method: Method,
  path: string,
  { query = {}, body, headers, signal }: CallOptions = {},
): Promise<Readable> {
  const search = new URLSearchParams(query).toString();
  const options: Dispatcher.RequestOptions = {
    method,
    path: search === '' ? path : `${path}?${search}`,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  };
  const answer = await pool.request(options);
  if (answer.statusCode < 400) return answer.body;
  const said = await answer.body.text();
  throw new EngineError(answer.statusCode, textAt(parseJson(said), 'message') || said.trim() || 'no reason given');
}

/** Names in paths: references of images keep their slashes. */
export const segment = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

/** Of an error of the system: `ECONNREFUSED`. */
export const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';

/** The engine's own text, or why it did not answer. A connection that was tried at several addresses has a code only. */
export function saidBy(cause: unknown): string {
  const message = typeof cause === 'object' && cause !== null && 'message' in cause ? cause.message : cause;
  return (String(message) || codeOf(cause)).replace(/\s+/g, ' ').trim();
}

export const isStatus = (cause: unknown, ...statuses: readonly number[]): boolean =>
  cause instanceof EngineError && statuses.includes(cause.status);
