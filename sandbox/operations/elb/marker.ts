import { AwsError } from '../../operation.ts';

interface Paged {
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}

/** A page of at most `PageSize` (1 to 400, default 400) from where the marker points. */
export function page<Item>(all: readonly Item[], input: Paged): { items: Item[]; NextMarker: string | undefined } {
  const { Marker: marker = '0', PageSize: size = 400 } = input;
  if (!/^\d{1,9}$/.test(marker)) throw new AwsError('ValidationError', 'The marker is invalid');
  if (size < 1 || size > 400) throw new AwsError('ValidationError', 'The page size must be 1 to 400');
  const end = Number(marker) + size;
  return { items: all.slice(Number(marker), end), NextMarker: end < all.length ? String(end) : undefined };
}
