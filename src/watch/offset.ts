/** How far our clock is ahead of AWS's, in milliseconds: what the timestamps seen so far allow. */
export interface Offset {
  readonly least: number;
  readonly most: number;
}

export const unknownOffset: Offset = { least: -Infinity, most: Infinity };

/** AWS may show an event a little after the time that it stamps on it. */
const LAG_MS = 1_500;

/**
 * Something stamped `stamp` by AWS was not there in a look begun at `before`, and there in one answered at `after`, both on
 * our clock. Clocks that cannot be brought together (an emulated AWS may run fast) are taken as equal.
 */
export function narrowed(offset: Offset, stamp: number, before: number | null, after: number): Offset {
  const least = before === null ? offset.least : Math.max(offset.least, before - stamp - LAG_MS);
  const most = Math.min(offset.most, after - stamp);
  return { least, most };
}

/** The offset to reckon with: none, unless the timestamps rule that out. Rather early than late: early looks cost less. */
export function offsetMs({ least, most }: Offset): number {
  if (least > most || (least <= 0 && most >= 0)) return 0;
  return least === -Infinity ? most : Math.min(least + LAG_MS, most);
}
