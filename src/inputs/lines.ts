import { bad, good, type Parsed } from './parsed.ts';

// No blanks, quotes or braces: a name with those is YAML or a slip, and both are better told than guessed.
const ENTRY = /^\s*([^\s="'{}#][^\s="']*)=(.*)$/s;

interface Line {
  readonly number: number;
  readonly text: string;
}

function* meaningfulLines(text: string): Generator<Line> {
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    const trimmed = line.trim();
    if (trimmed !== '' && !trimmed.startsWith('#')) {
      yield { number, text: line.replace(/\r$/, '') };
    }
  }
}

/** The number (from 1) of the first line that is not `NAME=value`, null when all are. Blank lines and # comments pass. */
export function firstOtherLine(text: string): number | null {
  for (const line of meaningfulLines(text)) {
    if (!ENTRY.test(line.text)) {
      return line.number;
    }
  }
  return null;
}

/** Reads lines of `NAME=value`, split at the first `=`; what follows it is kept to the last character of the line. */
export function parseLines(text: string): Parsed<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const line of meaningfulLines(text)) {
    const [, name, value] = ENTRY.exec(line.text) ?? [];
    if (name === undefined || value === undefined) {
      return bad('lines of NAME=value', line.number);
    }
    const before = seen.get(name);
    if (before !== undefined) {
      return bad(`each name once; line ${line.number} repeats the name of line ${before}`, line.number);
    }
    seen.set(name, line.number);
    found.set(name, value);
  }
  return good(found);
}

/** A list in lines or with commas: trimmed, without blanks, each once. */
export function parseList(text: string): readonly string[] {
  const items = text.split(/[\n,]/).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}
