import { AwsError } from '../../operation.ts';

export interface Page<Item> {
  readonly items: Item[];
  readonly nextToken: string | undefined;
}

/** Up to `size` items from where the token points. Throws InvalidNextTokenException. */
export function page<Item>(all: readonly Item[], token: string | undefined, size = 100): Page<Item> {
  if (token !== undefined && !/^\d{1,9}$/.test(token)) {
    throw new AwsError('InvalidNextTokenException', 'The next token was specified in an invalid format');
  }
  const from = Number(token ?? 0);
  const end = from + size;
  return { items: all.slice(from, end), nextToken: end < all.length ? String(end) : undefined };
}
