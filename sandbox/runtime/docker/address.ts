/** Where a Docker engine listens, as DOCKER_HOST and docker contexts say it. */

export type Address =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly tls: boolean };

export interface Unusable {
  readonly kind: 'unusable';
  readonly reason: string;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

const unusable = (host: string, why: string): Unusable => ({
  kind: 'unusable',
  reason: `The Docker engine at ${host} is not used: ${why}`,
});

/** `tls`: whether the environment asks for it; an `https://` address has it in any case. */
export function parseAddress(given: string, tls: boolean): Address | Unusable {
  const [, scheme = '', rest = ''] = /^([a-z]+):\/\/(.*)$/.exec(given.trim()) ?? [];
  switch (scheme) {
    case 'unix':
      return rest.startsWith('/') ? { kind: 'socket', path: rest } : unusable(given, 'its path is not absolute.');
    case 'tcp':
    case 'http':
    case 'https':
      return parseTcp(given, scheme, tls);
    case 'ssh':
      return unusable(given, 'its containers would run on another machine. Use an engine on this one.');
    case 'npipe':
      return unusable(given, 'named pipes are not supported. Run the sandbox in WSL, or give a tcp:// address.');
    default:
      return unusable(given, 'it is not a unix:// or tcp:// address.');
  }
}

function parseTcp(given: string, scheme: string, asked: boolean): Address | Unusable {
  const tls = asked || scheme === 'https';
  // A special scheme, so that the URL class reads host and port.
  const text = given.trim().replace(/^[a-z]+:/, 'http:');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.hostname === '' || url.username !== '' || url.pathname !== '/' || url.search !== '') {
    return unusable(given, 'it is not of the form tcp://host:port.');
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (!LOOPBACK.test(host)) {
    return unusable(given, 'its containers would listen on the loopback of another machine, out of reach from here.');
  }
  // An `http:` URL drops port 80.
  const port = url.port !== '' ? Number(url.port) : /:80\/?$/.test(given.trim()) ? 80 : tls ? 2376 : 2375;
  return { kind: 'tcp', host, port, tls };
}

export function describeAddress(address: Address): string {
  if (address.kind === 'socket') return `unix://${address.path}`;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `tcp://${host}:${address.port}`;
}
