/** One thing that was to be read: what was found, why it could not be read, or nothing, for want of another fact. */
export type Fact<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown }
  /** Not asked for: what it depends on failed or is not there. The reason is told where it arose. */
  | { readonly state: 'unknown' };

export const UNKNOWN: Fact<never> = { state: 'unknown' };

export function known<T>(value: T): Fact<T> {
  return { state: 'known', value };
}

/** Never rejects: what `work` throws becomes part of the fact, so that all refusals come in one report. */
export async function fact<T>(work: Promise<T> | (() => Promise<T>)): Promise<Fact<T>> {
  try {
    return known(await (typeof work === 'function' ? work() : work));
  } catch (error) {
    return { state: 'failed', error };
  }
}

/** A fact that needs another first. `work` answers null where there is nothing to ask for. */
export async function after<A, B>(first: Promise<Fact<A>>, work: (value: A) => Promise<B> | null): Promise<Fact<B>> {
  const found = await first;
  if (found.state !== 'known') return UNKNOWN;
  const next = work(found.value);
  return next === null ? UNKNOWN : fact(next);
}

/** What was found; undefined where it could not be read. */
export function valueOf<T>(from: Fact<T>): T | undefined {
  return from.state === 'known' ? from.value : undefined;
}
