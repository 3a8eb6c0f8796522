import { invalidParameter } from './repository.ts';

export interface Page<T> {
  readonly items: T[];
  /** Undefined on the last page. */
  readonly nextToken: string | undefined;
}

const encode = (offset: number): string => Buffer.from(`offset:${offset}`).toString('base64');

function decode(token: string): number {
  const digits = /^offset:(\d{1,9})$/.exec(Buffer.from(token, 'base64').toString())?.[1];
  if (digits === undefined) throw invalidParameter('nextToken', 'must be a token that the previous page gave');
  return Number(digits);
}

/** `size`: ECR's lists take 1 to 1000, and 100 when it is not given. Throws InvalidParameterException. */
export function page<T>(all: readonly T[], token: string | undefined, size = 100): Page<T> {
  if (size < 1 || size > 1000) throw invalidParameter('maxResults', 'must be from 1 to 1000');
  const from = token === undefined ? 0 : decode(token);
  const to = from + size;
  return { items: all.slice(from, to), nextToken: to < all.length ? encode(to) : undefined };
}
