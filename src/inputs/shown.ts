const LONGEST = 100;

// Beyond what JSON escapes: the other control characters, and those that break lines or turn the reading direction.
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A received value for an error message: in quotes, cut at 100 characters, nothing in it can act on a terminal or a log. */
export function shown(value: string): string {
  if (value === '') {
    return 'nothing';
  }
  const characters = Array.from(value);
  const cut = characters.length > LONGEST;
  const text = cut ? `${characters.slice(0, LONGEST).join('')}…` : value;
  const escaped = JSON.stringify(text).replaceAll(
    UNSEEN,
    (unseen) => `\\u${unseen.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return cut ? `${escaped} (${characters.length} characters)` : escaped;
}

/** Stands for a value that may be a secret; the line (from 1) says where to look. */
export function notShown(line: number | null): string {
  return line === null ? 'a value that is not shown' : `a value that is not shown (look at its line ${line})`;
}
