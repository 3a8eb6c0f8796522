import { AwsError } from '../operation.ts';

interface Page<T> {
  readonly items: T[];
  readonly nextToken?: string;
}

/** One page of a list. The token is the next item's place. Throws InvalidParameterException. */
export function page<T>(all: readonly T[], token: string | undefined, maxResults: number | undefined): Page<T> {
  const start = token === undefined ? 0 : Number(token);
  const size = maxResults ?? 100;
  if (!Number.isSafeInteger(start) || start < 0) throw new AwsError('InvalidParameterException', 'Invalid token.');
  if (!Number.isSafeInteger(size) || size < 1 || size > 100) {
    throw new AwsError('InvalidParameterException', 'maxResults must be between 1 and 100.');
  }
  const items = all.slice(start, start + size);
  return start + size < all.length ? { items, nextToken: String(start + size) } : { items };
}
