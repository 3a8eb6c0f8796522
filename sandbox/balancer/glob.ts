/** The wildcards of rules: `*` is any run of characters, `?` any one (ELBv2 API: RuleCondition). */

export const MANY = -1;
export const ONE = -2;

/** A pattern in parts: character codes, `MANY` or `ONE`. `escapes`: a backslash takes `*` or `?` as it stands. */
function partsOf(pattern: string, escapes: boolean): readonly number[] {
  const parts: number[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at];
    const next = pattern[at + 1];
    if (escapes && character === '\\' && (next === '*' || next === '?')) {
      parts.push(next.charCodeAt(0));
      at += 1;
    } else if (character === '*') parts.push(MANY);
    else if (character === '?') parts.push(ONE);
    else parts.push(pattern.charCodeAt(at));
  }
  return parts;
}

export function glob(pattern: string, escapes = false): (text: string) => boolean {
  const parts = partsOf(pattern, escapes);
  return (text) => fits(parts, text);
}

/**
 * Whether the whole text fits a pattern in parts: character codes, `MANY` or `ONE`. Takes at most as many steps as the
 * two lengths' product: no pattern can make it take longer.
 */
export function fits(parts: readonly number[], text: string): boolean {
  let at = 0;
  let place = 0;
  // Where the last star was, and how far the text had got there: from that it is tried again, one character on.
  let star = -1;
  let mark = 0;
  while (place < text.length) {
    const part = parts[at];
    if (part === MANY) {
      star = at;
      mark = place;
      at += 1;
    } else if (part === ONE || part === text.charCodeAt(place)) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      at = star + 1;
      mark += 1;
      place = mark;
    } else {
      return false;
    }
  }
  while (parts[at] === MANY) at += 1;
  return at === parts.length;
}
