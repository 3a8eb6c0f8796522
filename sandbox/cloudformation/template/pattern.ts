import { createContext, type Context, Script } from 'node:vm';
import { notEmulated, validationError } from './fault.ts';

/** Long for any pattern that ends, on a busy machine too; short for one that does not. */
const MILLISECONDS = 2_000;

let room: { readonly context: Context; readonly script: Script } | undefined;

/** Answers, by pattern and value: what can be stopped costs a thread each time, and stacks ask the same again and again. */
const answers = new Map<string, boolean>();
const MOST_ANSWERS = 4_096;
const LONGEST_KEY = 1_024;

/**
 * Whether a whole value matches an AllowedPattern, which is a regular expression of Java's. What JavaScript reads in another
 * way is refused, not guessed. A pattern that does not come to an end is stopped and refused.
 */
export function matches(name: string, pattern: string, value: string): boolean {
  const key = JSON.stringify([pattern, value]);
  const before = answers.get(key);
  if (before !== undefined) return before;
  const answer = asked(name, pattern, value);
  if (answers.size >= MOST_ANSWERS) answers.clear();
  if (key.length <= LONGEST_KEY) answers.set(key, answer);
  return answer;
}

function asked(name: string, pattern: string, value: string): boolean {
  const expression = compiled(name, pattern);
  room ??= { context: createContext({}), script: new Script('expression.test(value)') };
  Object.assign(room.context, { expression, value });
  try {
    // Only code of a context of its own can be stopped.
    return room.script.runInContext(room.context, { timeout: MILLISECONDS }) === true;
  } catch (cause) {
    throw validationError(
      `AllowedPattern ${pattern} of parameter ${name} takes too long on the value given: simplify it. (${cause instanceof Error ? cause.message : String(cause)})`,
    );
  }
}

/** Throws for a pattern that `matches` could not use. */
export function checkPattern(name: string, pattern: string): void {
  compiled(name, pattern);
}

function compiled(name: string, pattern: string): RegExp {
  const ignoreCase = pattern.startsWith('(?i)');
  const own = ignoreCase ? pattern.slice(4) : pattern;
  const foreign = foreignPart(own);
  if (foreign !== null) throw notEmulated(`${foreign} in AllowedPattern ${pattern} of parameter ${name}`);
  try {
    return new RegExp(`^(?:${own})$`, ignoreCase ? 'i' : '');
  } catch (cause) {
    throw validationError(
      `Template format error: AllowedPattern ${pattern} of parameter ${name} is no regular expression that this sandbox reads: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}

/** Escapes that Java knows and JavaScript takes for a letter or for something else. */
const foreignEscapes = new Set('AEGHNPQRXZaehkpz'.split(''));

/** The first part that means something else, or nothing, in JavaScript; null: none. */
function foreignPart(pattern: string): string | null {
  let inClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const rest = pattern.slice(at, at + 3);
    const two = rest.slice(0, 2);
    if (rest.startsWith('\\')) {
      if (foreignEscapes.has(two.slice(1))) return two;
      at += 1;
    } else if (inClass) {
      if (two === '&&') return '&& of character classes';
      if (rest.startsWith('[')) return 'a character class in another';
      inClass = !rest.startsWith(']');
    } else if (rest.startsWith('[')) {
      // To Java that ] is a member; to JavaScript it ends an empty class.
      if (two === '[]' || rest === '[^]') return 'a character class that begins with ]';
      inClass = true;
    } else if (['*+', '++', '?+', '}+'].includes(two)) {
      return `the possessive quantifier ${two}`;
    }
  }
  return null;
}
