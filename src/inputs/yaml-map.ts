import { isMap, isScalar, LineCounter, type Node, type Pair, parseDocument } from 'yaml';

import { bad, good, type Parsed } from './parsed.ts';

/**
 * Reads a YAML map of plain values with every scalar as typed (the failsafe schema knows only texts).
 * Not through `toJS`: what the texts are must not depend on their names, and aliases must not multiply.
 * `forms` says what is allowed, and `line` which line is no `NAME=value`, for a text that is no map at all.
 */
export function parseYamlMap(text: string, forms: string, line: number): Parsed<ReadonlyMap<string, string>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, lineCounter: counter });
  const [error] = document.errors;
  if (error !== undefined) {
    const at = counter.linePos(error.pos[0]).line;
    // Not the parser's own words: they can repeat the text.
    return bad(
      error.code === 'DUPLICATE_KEY'
        ? `each name once; line ${at} repeats one`
        : `${forms}; as YAML it fails at line ${at}`,
      at,
    );
  }
  if (!isMap(document.contents)) {
    return bad(`${forms}; line ${line} is neither`, line);
  }
  const found = new Map<string, string>();
  for (const pair of document.contents.items) {
    const entry = plainEntry(pair);
    if (entry === null) {
      const at = counter.linePos(pair.key.range[0]).line;
      return bad(`a map of names to plain values; the entry at line ${at} is a list, a map or an alias`, at);
    }
    found.set(...entry);
  }
  return good(found);
}

function plainEntry({ key, value }: Pair<Node, Node | null>): [name: string, value: string] | null {
  const name = isScalar(key) && typeof key.value === 'string' ? key.value : '';
  if (name.trim() === '') {
    return null;
  }
  if (value === null) {
    return [name, ''];
  }
  return isScalar(value) && typeof value.value === 'string' ? [name, value.value] : null;
}
