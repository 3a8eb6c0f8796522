/** What the bench and its child processes say to each other. */

export interface TargetsAnswer {
  readonly ports: readonly number[];
  /** CPU seconds of this process so far. */
  readonly cpu: number;
}

export type ListenerQuestion =
  /** Ports of the targets; the first half are of the version that takes the traffic. */
  | { readonly kind: 'begin'; readonly ports: readonly number[] }
  | { readonly kind: 'shift'; readonly green: number }
  | { readonly kind: 'tell' }
  /** The same, after what nobody holds any more has been collected. */
  | { readonly kind: 'rest' };

export interface ListenerAnswer {
  readonly url: string;
  readonly cpu: number;
  readonly rssBytes: number;
  /** In use, of the heap. */
  readonly heapBytes: number;
  readonly blue: number;
  readonly green: number;
  /** 502, 503, 504. */
  readonly failed: number;
}
