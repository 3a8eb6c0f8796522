export interface Page<T> {
  readonly items: T[];
  /** Undefined on the last page. */
  readonly nextToken: string | undefined;
}

const encode = (offset: number): string => Buffer.from(`offset:${offset}`).toString('base64');

/** One page of `all`; the token is the next item's place. `fault` makes the error for a token that no page gave. */
export function pageOf<T>(all: readonly T[], token: string | undefined, size: number, fault: () => Error): Page<T> {
  const from = token === undefined ? 0 : decode(token);
  if (from === null) throw fault();
  const to = from + size;
  return { items: all.slice(from, to), nextToken: to < all.length ? encode(to) : undefined };
}

function decode(token: string): number | null {
  const digits = /^offset:(\d{1,9})$/.exec(Buffer.from(token, 'base64').toString())?.[1];
  return digits === undefined ? null : Number(digits);
}
