/** Where a redirect action sends a client (ELBv2 API: RedirectActionConfig). */
import { type Endpoint } from '../runtime/runtime.ts';
import { type Incoming } from './incoming.ts';

export interface Origin {
  readonly protocol: 'http' | 'https';
  readonly port: number;
}

/** Where the listener of a port of the same load balancer really answers. */
export type RealPorts = (port: number) => Endpoint | null;

type Config = Readonly<Record<string, string>>;

/**
 * Fields that are not given stay as the request has them; `#{host}` and so on stand for the request's own. A client that
 * called the loopback itself is sent to the real port of the listener that is meant: it could not reach the other.
 */
export function locationOf(config: Config, incoming: Incoming, own: Origin, real: RealPorts): string {
  const kept: Config = {
    protocol: own.protocol.toUpperCase(),
    host: incoming.host,
    port: String(own.port),
    path: incoming.path.slice(1),
    query: incoming.query,
  };
  const filled = (field: string, initial: string): string =>
    (config[field] ?? initial).replace(/#\{(\w+)\}/g, (whole, name: string) => kept[name] ?? whole);
  const search = filled('Query', '#{query}');
  const rest = `${filled('Path', '/#{path}')}${search === '' ? '' : `?${search}`}`;
  const host = filled('Host', '#{host}');
  const port = filled('Port', '#{port}');
  const endpoint = /^(127\.0\.0\.1|localhost)$/.test(host) ? real(Number(port)) : null;
  if (endpoint) return `http://${host}:${endpoint.port}${rest}`;
  return `${filled('Protocol', '#{protocol}').toLowerCase()}://${host}:${port}${rest}`;
}

export const redirectStatus = (config: Config): number => (config['StatusCode'] === 'HTTP_302' ? 302 : 301);
