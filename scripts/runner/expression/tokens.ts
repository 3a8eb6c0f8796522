/** Pieces of an expression: names and numbers, texts in single quotes, operators. */

export type Token =
  | { readonly kind: 'name' | 'text' | 'operator'; readonly text: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly at: number };

const PIECES =
  /\s*(?:(?<name>[A-Za-z_][A-Za-z0-9_-]*)|(?<number>-?\d+(?:\.\d+)?)|'(?<text>(?:[^']|'')*)'|(?<operator>==|!=|&&|\|\||[!().,[\]]))/y;

/** Throws where something stands that none of them is: comparisons by size and `*` among it, which no workflow here uses. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    PIECES.lastIndex = at;
    const match = PIECES.exec(source);
    if (match === null) throw new Error(`"${source.trim()}": what stands at "${source.slice(at).trim()}" is not known`);
    tokens.push(tokenOf(match.groups ?? {}, at));
    at = PIECES.lastIndex;
  }
  return tokens;
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>, at: number): Token {
  const { name, number, text, operator = '' } = groups;
  if (name !== undefined) return { kind: 'name', text: name, at };
  if (number !== undefined) return { kind: 'number', text: number, value: Number(number), at };
  if (text !== undefined) return { kind: 'text', text: text.replaceAll("''", "'"), at };
  return { kind: 'operator', text: operator, at };
}
