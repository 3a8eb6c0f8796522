/** What the first line of a request names. */
export interface RequestTarget {
  readonly path: string;
  readonly search: URLSearchParams;
}

/** Null for what is no path on this server: a whole URL, as a proxy gets it, `*`, or a host in front (`//host/`). */
export function requestTarget(url: string | undefined): RequestTarget | null {
  if (!url?.startsWith('/') || url.startsWith('//')) return null;
  const mark = url.indexOf('?');
  return mark < 0
    ? { path: url, search: new URLSearchParams() }
    : { path: url.slice(0, mark), search: new URLSearchParams(url.slice(mark + 1)) };
}
