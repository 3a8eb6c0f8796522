/**
 * The digest of an image outside ECR, asked of its registry: OCI distribution specification (pulling manifests) and the
 * token flow of Docker's registries, without credentials.
 */
import { createHash } from 'node:crypto';
import { messageOf } from '../errors.ts';

/** The digest, or why it is not known. */
export type Resolved = { readonly digest: string } | { readonly none: string };

export type ResolveDigest = (
  registry: string | null,
  repository: string,
  tag: string,
  signal?: AbortSignal,
) => Promise<Resolved>;

const TIMEOUT_MS = 5_000;
const LIMIT = 4 * 1024 * 1024;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** @param registry host and port; null: Docker Hub */
export const resolveDigest: ResolveDigest = async (registry, repository, tag, signal) => {
  const timeout = AbortSignal.timeout(2 * TIMEOUT_MS);
  const ends = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
  try {
    return await ask(`${originOf(registry)}/v2/${nameOf(registry, repository)}/manifests/${tag}`, ends);
  } catch (error) {
    signal?.throwIfAborted();
    return { none: whyOf(error) };
  }
};

async function ask(url: string, signal: AbortSignal): Promise<Resolved> {
  const first = await request(url, 'HEAD', null, signal);
  const token = first.status === 401 ? await tokenFor(first.headers.get('www-authenticate') ?? '', signal) : null;
  if (first.status === 401 && token === null) return { none: 'the registry asks for a log-in' };
  const head = token === null ? first : await request(url, 'HEAD', token, signal);
  if (head.status === 404) return { none: 'the registry has no such image' };
  if (head.status === 401 || head.status === 403) return { none: 'the registry asks for a log-in' };
  if (!head.ok) return { none: `the registry answered ${head.status}` };
  const told = head.headers.get('docker-content-digest') ?? '';
  return DIGEST.test(told) ? { digest: told } : await fromManifest(url, token, signal);
}

/** The specification lets a registry leave the header out: the digest is that of the manifest's bytes. */
async function fromManifest(url: string, token: string | null, signal: AbortSignal): Promise<Resolved> {
  const answer = await request(url, 'GET', token, signal);
  if (!answer.ok) return { none: `the registry answered ${answer.status}` };
  const body = await bytesOf(answer);
  return body === null
    ? { none: 'its manifest is too large' }
    : { digest: `sha256:${createHash('sha256').update(body).digest('hex')}` };
}

async function request(url: string, method: string, token: string | null, signal: AbortSignal): Promise<Response> {
  const headers = { accept: ACCEPT, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  const answer = await fetch(url, { method, headers, signal });
  if (!isSafe(answer.url)) throw new Error('the registry led to an address without TLS');
  return answer;
}

/** `Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="…"`: null where it is no such. */
async function tokenFor(challenge: string, signal: AbortSignal): Promise<string | null> {
  if (!/^bearer\s/i.test(challenge)) return null;
  const fields = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  const realm = fields.get('realm') ?? '';
  if (!URL.canParse(realm) || !isSafe(realm)) return null;
  const url = new URL(realm);
  for (const name of ['service', 'scope']) {
    const value = fields.get(name);
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const answer = await fetch(url, { signal });
  if (!answer.ok || !isSafe(answer.url)) return null;
  const body: unknown = JSON.parse((await bytesOf(answer))?.toString('utf8') ?? '{}');
  const told = typeof body === 'object' && body !== null ? body : {};
  const token = 'token' in told ? told.token : 'access_token' in told ? told.access_token : null;
  return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : null;
}

/** null for more than a manifest or a token can be. */
async function bytesOf(answer: Response): Promise<Buffer | null> {
  if (answer.body === null) return Buffer.alloc(0);
  const body: AsyncIterable<Uint8Array> = answer.body;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > LIMIT) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Docker's rule: registries on this machine may go without TLS. */
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

function originOf(registry: string | null): string {
  if (registry === null || registry === 'docker.io' || registry === 'index.docker.io')
    return 'https://registry-1.docker.io';
  return `${LOCAL.test(registry) ? 'http' : 'https'}://${registry}`;
}

/** Docker Hub's official images have no owner in their name: `nginx` is `library/nginx`. */
function nameOf(registry: string | null, repository: string): string {
  const hub = originOf(registry) === originOf(null);
  return hub && !repository.includes('/') ? `library/${repository}` : repository;
}

function isSafe(address: string): boolean {
  const { protocol, host } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOCAL.test(host));
}

/** The message of fetch is `fetch failed`; its cause has the reason. */
function whyOf(error: unknown): string {
  const { name, cause } = membersOf(error);
  if (name === 'TimeoutError') return 'the registry did not answer in time';
  const told = membersOf(cause).message;
  return (typeof told === 'string' && told !== '' ? told : messageOf(error)).replace(/\s+/g, ' ').slice(0, 200);
}

function membersOf(value: unknown): { readonly name?: unknown; readonly cause?: unknown; readonly message?: unknown } {
  return typeof value === 'object' && value !== null ? value : {};
}
