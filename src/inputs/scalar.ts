import { bad, good, type Parsed } from './parsed.ts';

/** A whole number in decimal digits and nothing else. */
export function wholeNumber(least: number, most: number, unit: string): (text: string) => Parsed<number> {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? good(value) : bad(`a whole number of ${unit} from ${least} to ${most}`);
  };
}

// YAML 1.2 core schema, as the runner's own toolkit reads booleans.
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

export function yesOrNo(text: string): Parsed<boolean> {
  const value = BOOLEANS.get(text);
  return value === undefined ? bad("'true' or 'false'") : good(value);
}

export function oneOf<T extends string>(words: readonly T[]): (text: string) => Parsed<T> {
  return (text) => {
    const word = words.find((each) => each === text);
    return word === undefined ? bad(`one of ${words.map((each) => `'${each}'`).join(', ')}`) : good(word);
  };
}

/** A text that matches as a whole; `allowed` says in words what the pattern means. */
export function matching(pattern: RegExp, allowed: string): (text: string) => Parsed<string> {
  return (text) => (pattern.test(text) ? good(text) : bad(allowed));
}
