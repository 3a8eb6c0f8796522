import { isObject } from '../json.ts';
import { firstOtherLine, parseLines } from './lines.ts';
import { bad, good, type Parsed } from './parsed.ts';

type TextMap = ReadonlyMap<string, string>;

const FORMS =
  'lines of NAME=value (no blank before the =), or a YAML or JSON map of names to plain values ' +
  '(a text of several lines is written in YAML as NAME: | with its lines indented)';

/**
 * Reads a map: JSON where the value starts with `{`; lines where every line is `NAME=value`; YAML otherwise. All values
 * are texts as typed: `1.10`, `0123`, `yes` and dates stay what they are. The YAML parser is loaded only for YAML.
 */
export async function parseMap(text: string): Promise<Parsed<TextMap>> {
  if (text.trimStart().startsWith('{')) {
    return parseJsonMap(text);
  }
  const line = firstOtherLine(text);
  if (line === null) {
    return parseLines(text);
  }
  const { parseYamlMap } = await import('./yaml-map.ts');
  return parseYamlMap(text, FORMS, line);
}

// Numbers keep the digits that were typed, which parsing alone would lose.
function asTyped(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? String(value)) : value;
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text, asTyped) };
  } catch {
    // The parser's own message repeats the text, which may be a secret.
    return null;
  }
}

function parseJsonMap(text: string): Parsed<TextMap> {
  const parsed = parseJson(text);
  if (parsed === null || !isObject(parsed.value)) {
    return bad('valid JSON, since the value starts with {: {"NAME": "value"}, every name and text in double quotes');
  }
  return textMap(Object.entries(parsed.value));
}

/** Takes what a parser found as a map of texts; refuses nested values and empty names. */
export function textMap(entries: readonly (readonly [string, unknown])[]): Parsed<TextMap> {
  const found = new Map<string, string>();
  for (const [index, [name, value]] of entries.entries()) {
    if (name.trim() === '') {
      return bad(`a name for every value; entry ${index + 1} has none`);
    }
    if (typeof value !== 'string' && typeof value !== 'boolean') {
      return bad(`a map of names to plain values; entry ${index + 1} is a list, a map or null`);
    }
    found.set(name, String(value));
  }
  return good(found);
}
