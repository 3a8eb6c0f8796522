import library from '@balena/dockerignore';
import { refused } from './pattern.ts';

/** The library remembers every path it was asked for: it is made anew after so many. */
const ASKED = 2_000;

/**
 * Folder under which paths and patterns are given to the library, which keeps its answers in a plain object: a file
 * called `constructor` would find an answer that nobody gave.
 */
const ROOT = '\uE001';

/** Says whether a path, or a folder that it lies in, matches one of several patterns (without `!`). */
export class Glob {
  readonly #patterns: string[];
  #library = library.default({ ignorecase: false });
  #asked = ASKED;

  constructor(texts: readonly string[]) {
    this.#patterns = texts.map((text) => `${ROOT}/${forLibrary(oneUnitEach(text))}`);
  }

  /** @param path relative to the context, with slashes */
  matches(path: string): boolean {
    if (this.#asked++ >= ASKED) {
      this.#library = library.default({ ignorecase: false }).add(this.#patterns);
      this.#asked = 1;
    }
    try {
      // A dot of a regular expression does not match the end of a line.
      const line = path.replace(/[\n\r\u2028\u2029]/g, '\uE000');
      return this.#library.ignores(`${ROOT}/${oneUnitEach(line)}`);
    } catch (error) {
      if (error instanceof SyntaxError)
        throw refused(this.#patterns.map((one) => one.slice(ROOT.length + 1)).join(' '));
      throw error;
    }
  }
}

/**
 * A pattern as the library must be given it to mean what it means to Docker. The library was made after Docker 19.03:
 * it takes signs of regular expressions as such, and does not know that `**x` matches all that ends with `x`.
 */
export function forLibrary(text: string): string {
  const ending = /^\*\*([^/*?[\]\\][^*?[\]\\]*)$/s.exec(text)?.[1];
  if (ending !== undefined) return `**/*${literal(ending)}`;
  if (isPlain(text)) return literal(text);
  return text.replace(/\\.|\[(?:\\.|[^\]\\])+\]|[+()]/gs, (part) => (part.length > 1 ? part : `[${part}]`));
}

function literal(text: string): string {
  return text.replace(/[+(){}|]/g, '[$&]').replace(/\^/g, '\\^');
}

/** `?` is one character to Docker and half of an emoji to the library: such characters get stand-ins of one unit. */
function oneUnitEach(text: string): string {
  return text.replace(/[\u{10000}-\u{10FFFF}]/gu, (char) =>
    String.fromCharCode(0xe100 + ((char.codePointAt(0) ?? 0) % 0x1700)),
  );
}

/** Docker compares such a pattern without a regular expression. In those it leaves `{`, `|`, `}` and `^` their meaning. */
function isPlain(text: string): boolean {
  const [, before, middle = '', after] = /^(\*\*\/)?(.*?)(\*\*)?$/s.exec(text) ?? [];
  return !(before !== undefined && after !== undefined) && !/[*?[\]\\]/.test(middle);
}
