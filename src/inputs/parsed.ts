/** What a parser made of one value: the value, or what would have been allowed and in which line (from 1) it went wrong. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly allowed: string; readonly line: number | null };

export function good<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function bad(allowed: string, line: number | null = null): Parsed<never> {
  return { ok: false, allowed, line };
}
