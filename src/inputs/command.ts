import { bad, good, type Parsed } from './parsed.ts';

/**
 * A container's command: a JSON array of texts, or words as a shell would part them. Quotes and backslashes are honoured,
 * nothing is expanded or executed: `$HOME`, `*` and `&&` outside of quotes stay what they are.
 */
export function parseCommand(text: string): Parsed<readonly string[]> {
  return text.startsWith('[') ? jsonCommand(text) : splitWords(text);
}

function jsonCommand(text: string): Parsed<readonly string[]> {
  const allowed = 'a JSON array of texts, since the value starts with [: ["node", "server.js"]';
  try {
    const parsed: unknown = JSON.parse(text);
    const words = Array.isArray(parsed) ? parsed.filter((word) => typeof word === 'string') : [];
    return Array.isArray(parsed) && words.length === parsed.length ? good(words) : bad(allowed);
  } catch {
    return bad(allowed);
  }
}

// One piece of a word: a stretch in single quotes, in double quotes, an escaped character, or plain ones.
const PIECE = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/sy;

/** Splits words as POSIX shells do (quotes, backslashes), without any expansion. */
export function splitWords(typed: string): Parsed<readonly string[]> {
  const text = typed.replaceAll('\r\n', '\n');
  const words: string[] = [];
  let word: string | null = null;
  let at = 0;
  while (at < text.length) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(text);
    // A backslash at a line's end goes on with the next line; it is no word of its own.
    if (text.startsWith('\\\n', at)) {
      at += 2;
    } else if (piece !== null) {
      word = (word ?? '') + pieceText(piece);
      at = PIECE.lastIndex;
    } else if (/\s/.test(text.charAt(at))) {
      if (word !== null) {
        words.push(word);
      }
      word = null;
      at += 1;
    } else {
      return bad(`a command in which every quote is closed; ${unclosed(text, at)}`, lineAt(text, at));
    }
  }
  return good(word === null ? words : [...words, word]);
}

function pieceText([, single, double, escaped, plain]: RegExpExecArray): string {
  if (double !== undefined) {
    // Inside double quotes a backslash only escapes these; before others it stays. An escaped line end joins the lines.
    return double.replaceAll(/\\([$`"\\\n])/g, (_, character: string) => (character === '\n' ? '' : character));
  }
  return single ?? plain ?? escaped ?? '';
}

function unclosed(text: string, at: number): string {
  const character = text.charAt(at) === '\\' ? 'backslash at the end' : `${text.charAt(at)} at character ${at + 1}`;
  return `the ${character} opens something that does not end`;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
