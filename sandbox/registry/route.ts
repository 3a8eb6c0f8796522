import { isDigest, isTag } from '../operations/ecr/images.ts';
import { isRepositoryName } from '../operations/ecr/repository.ts';

/** What a request of the registry protocol is about. */
export type Route =
  | { readonly kind: 'ping' }
  | { readonly kind: 'manifest'; readonly repository: string; readonly reference: string }
  | { readonly kind: 'blob' | 'upload' | 'tags'; readonly repository: string };

/** Nothing is deleted through ECR's registry protocol but an upload that was begun. */
const METHODS: Record<Route['kind'], readonly string[]> = {
  ping: ['GET', 'HEAD'],
  manifest: ['GET', 'HEAD', 'PUT'],
  blob: ['GET', 'HEAD'],
  upload: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
  tags: ['GET'],
};

const reference = (text: string): boolean => isTag(text) || isDigest(text);

function route(path: string): Route | null {
  if (path === '/v2' || path === '/v2/') return { kind: 'ping' };
  const [, repository = '', room = '', rest = ''] =
    /^\/v2\/(.+)\/(manifests|blobs\/uploads|blobs|tags)\/([^/]*)$/.exec(path) ?? [];
  if (!isRepositoryName(repository)) return null;
  if (room === 'manifests' && reference(rest)) return { kind: 'manifest', repository, reference: rest };
  if (room === 'blobs' && isDigest(rest)) return { kind: 'blob', repository };
  if (room === 'blobs/uploads' && /^[A-Za-z0-9-]*$/.test(rest)) return { kind: 'upload', repository };
  if (room === 'tags' && rest === 'list') return { kind: 'tags', repository };
  return null;
}

/**
 * Takes only the exact forms of the protocol, read from the bytes that were sent: dot segments, encoded characters,
 * doubled slashes and whole URLs fit none of them, so nothing else ever reaches the registry.
 */
export function parseRoute(method: string, url: string): Route | 'unknown path' | 'unknown method' {
  const path = url.split('?', 1)[0] ?? '';
  const found = route(path);
  if (!found) return 'unknown path';
  return METHODS[found.kind].includes(method) ? found : 'unknown method';
}
