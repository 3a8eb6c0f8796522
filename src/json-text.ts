import { type Json } from './json.ts';
import { positionAt, TextError } from './text-error.ts';

/** Far beyond any real file; keeps a hostile one from exhausting the stack. */
const DEEPEST = 200;

const SPACE = /[ \t\n\r]*/y;
// Unrolled, so that a string that is never ended costs one pass and no more.
// eslint-disable-next-line no-control-regex -- JSON forbids raw control characters in strings
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/**
 * Parses JSON more strictly than `JSON.parse`: a member given twice and a number that a double cannot hold are
 * refused instead of silently losing one of the two.
 * @throws TextError with line and column; its message holds member names at most, never values.
 */
export function parseJsonText(text: string): Json {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): Json {
    if (depth > DEEPEST) this.#fail(`nested deeper than ${DEEPEST} levels`);
    this.#take(SPACE);
    const first = this.#text[this.#at];
    if (first === '{') return this.#object(depth);
    if (first === '[') return this.#array(depth);
    if (first === '"') return this.#string();
    return this.#number() ?? this.#word();
  }

  end(): void {
    this.#take(SPACE);
    if (this.#at < this.#text.length) this.#fail('the document has ended, but more text follows');
  }

  #object(depth: number): Json {
    const members = new Map<string, Json>();
    this.#items('}', () => {
      const start = this.#at;
      if (this.#text[this.#at] !== '"') this.#fail('expected a member name in double quotes');
      const name = this.#string();
      if (members.has(name)) this.#fail(`member ${JSON.stringify(name)} is given twice`, start);
      this.#take(SPACE);
      if (!this.#skip(':')) this.#fail(`expected ':' after a member name`);
      members.set(name, this.value(depth + 1));
    });
    return Object.fromEntries(members);
  }

  #array(depth: number): Json {
    const elements: Json[] = [];
    this.#items(']', () => elements.push(this.value(depth + 1)));
    return elements;
  }

  /** What stands between brackets, separated by commas. */
  #items(close: string, item: () => void): void {
    this.#at += 1;
    this.#take(SPACE);
    if (this.#skip(close)) return;
    do {
      this.#take(SPACE);
      item();
      this.#take(SPACE);
    } while (this.#skip(','));
    if (!this.#skip(close)) this.#fail(`expected ',' or '${close}'`);
  }

  #string(): string {
    const source = this.#take(STRING);
    if (source === '') this.#fail('a string is not ended on its line, or holds an escape that JSON does not know');
    return String(JSON.parse(source));
  }

  #number(): number | null {
    const start = this.#at;
    const source = this.#take(NUMBER);
    if (source === '') return null;
    const value = Number(source);
    if (!isExact(source, value)) this.#fail('a number is too large to be kept exactly; write it as a string', start);
    return value;
  }

  #word(): Json {
    const source = this.#take(WORD);
    if (source === '') this.#fail('expected a value');
    return source === 'null' ? null : source === 'true';
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const source = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += source.length;
    return source;
  }

  #skip(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #fail(reason: string, at = this.#at): never {
    const ended = this.#at >= this.#text.length ? 'the text ends too early: ' : '';
    throw new TextError(ended + reason, positionAt(this.#text, at));
  }
}

/** Whether the number is sent on as it was written: every digit of an integer, and no infinity. */
export function isExact(source: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (!/^[-+]?\d+$/.test(source) || Number.isSafeInteger(value)) return true;
  return String(value) === source;
}
