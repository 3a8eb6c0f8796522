/** Filter patterns for unstructured events (CloudWatch Logs user guide, "Filter and pattern syntax"). Pure. */

export type Matches = (message: string) => boolean;

/** A pattern that this sandbox does not read, or that nobody could. */
export class PatternFault extends Error {}

interface Term {
  readonly kind: 'all' | 'any' | 'none';
  readonly text: string;
}

/**
 * `error timeout` both, `?error ?timeout` any, `error -timeout` one without the other, `"a phrase"` as it stands, `%…%` a
 * regular expression is refused, as JSON (`{…}`) and space-delimited (`[…]`) patterns are. Throws `PatternFault`.
 */
export function filterPattern(pattern: string): Matches {
  const text = pattern.trim();
  if (text === '' || text === '""') return () => true;
  if (/^[{[%]/.test(text)) {
    throw new PatternFault(
      `The filter pattern ${JSON.stringify(text.slice(0, 100))} is a JSON, space-delimited or regular expression ` +
        'pattern, which this sandbox does not emulate. It reads terms, "phrases", -exclusions and ?optional terms.',
    );
  }
  const terms = parse(text);
  const of = (kind: Term['kind']): string[] => terms.filter((term) => term.kind === kind).map((term) => term.text);
  const [all, any, none] = [of('all'), of('any'), of('none')];
  return (message) =>
    all.every((term) => message.includes(term)) &&
    none.every((term) => !message.includes(term)) &&
    // Beside terms that must be there, those that may be there decide nothing (user guide: "Match any term").
    (any.length === 0 || all.length > 0 || any.some((term) => message.includes(term)));
}

function parse(pattern: string): Term[] {
  const terms: Term[] = [];
  const next = /\s*([?-]?)(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/y;
  while (next.lastIndex < pattern.length) {
    const at = next.lastIndex;
    const [whole, sign, phrase, word] = next.exec(pattern) ?? [];
    if (whole === undefined) {
      throw new PatternFault(`Invalid filter pattern: a quote that is not closed at character ${at + 1}.`);
    }
    if (word !== undefined && !/^[\w]+$/.test(word)) {
      throw new PatternFault(
        `Invalid filter pattern: ${JSON.stringify(word.slice(0, 100))} holds characters that are neither letters, digits ` +
          'nor underscores; put it in double quotes.',
      );
    }
    const kind = sign === '?' ? 'any' : sign === '-' ? 'none' : 'all';
    terms.push({ kind, text: word ?? (phrase ?? '').replace(/\\(.)/g, '$1') });
  }
  return terms;
}
