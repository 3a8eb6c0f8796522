/** What a context is, by its text: a folder here, an image named by digest, or something that can change unseen. */
export type SourceKind = 'local' | 'pinned' | 'remote';

/**
 * Tells folders from what Docker fetches, as buildx does: URLs of any scheme, `git@host:path`, `github.com/…`, and the
 * forms `docker-image://`, `oci-layout://` and `target:` of build contexts.
 */
export function sourceKind(text: string): SourceKind {
  if (/^(?:docker-image|oci-layout):\/\/[^\s]+@sha256:[\da-f]{64}$/.test(text)) return 'pinned';
  const remote = /^(?:[a-z][a-z\d+.-]*:\/\/|[\w.-]+@[\w.-]+:|github\.com\/|target:)/i.test(text);
  return remote || text === '-' ? 'remote' : 'local';
}

/** How a source is named in a reason: without the user name, password and query that a URL may hold. */
export function shownSource(text: string): string {
  return text
    .replace(/:\/\/[^/\s]*@/, '://')
    .replace(/\?[^#]*/, '')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD')
    .slice(0, 200);
}
