import { bad, good, type Parsed } from './parsed.ts';

/** One entry of a list in lines, and the line (from 1) on which it starts. */
interface ListEntry {
  readonly line: number;
  readonly text: string;
}

const FORM =
  'lines of NAME=value; an entry that goes over several lines stands in double quotes as a whole, with a quote in it doubled';

// A quote at the start of a line opens an entry; it ends at the next single one, which must end its line.
const QUOTED = /^[ \t]*"((?:[^"]|"")*)"[ \t]*(?:\r?\n|$)/;
const PLAIN = /^([^\n]*)(?:\n|$)/;

/** Parts a list as docker/build-push-action does: an entry a line, or an entry in double quotes with line breaks in it. */
function entries(text: string): Parsed<readonly ListEntry[]> {
  const found: ListEntry[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const rest = text.slice(at);
    const opens = /^[ \t]*"/.test(rest);
    const [whole, entry] = (opens ? QUOTED : PLAIN).exec(rest) ?? [];
    if (whole === undefined || entry === undefined)
      return bad(`${FORM}; line ${line} opens a quote that does not end`, line);
    const value = opens ? entry.replaceAll('""', '"') : entry.replace(/\r$/, '').trim();
    if (opens || (value !== '' && !value.startsWith('#'))) found.push({ line, text: value });
    at += whole.length;
    line += whole.split('\n').length - 1;
  }
  return good(found);
}

/**
 * Reads a list of NAME=value, split at the first `=`; line breaks are kept in an entry that is quoted as a whole.
 * @param name what a name looks like
 * @param nameText the same in words
 */
export function parseRecords(name: RegExp, nameText: string): (text: string) => Parsed<ReadonlyMap<string, string>> {
  return (text) => {
    const parted = entries(text);
    if (!parted.ok) return parted;
    const found = new Map<string, string>();
    for (const entry of parted.value) {
      const split = entry.text.indexOf('=');
      const key = entry.text.slice(0, Math.max(split, 0)).trim();
      const value = entry.text.slice(split + 1);
      if (split === -1 || value === '') return bad(`${FORM}; line ${entry.line} is not`, entry.line);
      if (!name.test(key))
        return bad(`${FORM}, with ${nameText} as the name; line ${entry.line} has another`, entry.line);
      if (found.has(key)) return bad(`each name once; line ${entry.line} repeats one`, entry.line);
      found.set(key, value);
    }
    return good(found);
  };
}

/** One entry a line, commas are part of it: trimmed, without blanks, each once. */
export function parseEachLine(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))];
}
