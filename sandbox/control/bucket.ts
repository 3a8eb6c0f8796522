export interface BucketSize {
  /** Tokens at most, and at first. */
  readonly size: number;
  readonly refillPerSecond: number;
}

export interface TokenBucket {
  /** Takes a token out, if there is one. `now` in emulated epoch milliseconds. */
  take(now: number): boolean;
  tokens(now: number): number;
}

export function createBucket({ size, refillPerSecond }: BucketSize, start: number): TokenBucket {
  let tokens = size;
  let filledAt = start;
  const fill = (now: number): number => {
    tokens = Math.min(size, tokens + (Math.max(0, now - filledAt) / 1000) * refillPerSecond);
    filledAt = now;
    return tokens;
  };
  return {
    take(now) {
      if (fill(now) < 1) return false;
      tokens -= 1;
      return true;
    },
    tokens: fill,
  };
}
