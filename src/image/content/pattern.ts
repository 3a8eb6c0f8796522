import { posix } from 'node:path';
import { NoIdentity } from './no-identity.ts';

/** One line of an ignore file. */
export interface Pattern {
  /** Begins with `!`: what it matches is sent after all. */
  readonly negated: boolean;
  /** Cleaned, without `!` and without a leading slash. */
  readonly text: string;
}

/** Reads an ignore file as Docker does (moby/patternmatcher, `ignorefile.ReadAll`). */
export function readPatterns(file: string): Pattern[] {
  return file
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line) => (line.startsWith('#') ? [] : readPattern(line.trim())));
}

function readPattern(line: string): Pattern[] {
  if (line === '') return [];
  const marked = line.startsWith('!');
  const bare = marked ? line.slice(1).trim() : line;
  const cleaned = bare === '' ? '' : clean(bare);
  // Docker looks for the mark again once the path is clean: `./!x` is `!x` to it.
  const negated = marked || cleaned.startsWith('!');
  const text = negated && !marked ? cleaned.slice(1) : cleaned;
  if (text === '' || (negated && text === '/') || hasBadSyntax(text)) throw refused(line);
  // Outside of the context, or the context itself: matches no path in it.
  return /^(?:\/|\.|\.\.|\.\.\/.*)$/s.test(text) ? [] : [{ negated, text }];
}

/** Go's filepath.Clean, then without a leading slash. */
function clean(text: string): string {
  const cleaned = posix.normalize(text);
  const open = cleaned.length > 1 && cleaned.endsWith('/') ? cleaned.slice(0, -1) : cleaned;
  return open.length > 1 && open.startsWith('/') ? open.slice(1) : open;
}

export function refused(line: string): NoIdentity {
  return new NoIdentity(`the ignore file has a pattern that Docker refuses: ${JSON.stringify(line)}`);
}

/** What Go's filepath.Match calls a bad pattern: a class that is empty or stays open, or nothing behind a backslash. */
function hasBadSyntax(text: string): boolean {
  return !/^(?:\\.|\[(?!\^\])\^?(?:(?:\\.|[^\]\\-])(?:-(?:\\.|[^\]\\-]))?)+\]|[^\\[])*$/su.test(text);
}
