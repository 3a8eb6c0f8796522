/** Small readers of policy documents, which are hostile until here. */

/** A document that IAM refuses; the message says what is wrong with it. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

export const malformed = (message: string): Malformed => new Malformed(message);

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** IAM's whole policies have fewer characters. */
const LONGEST = 10_240;

/** A string or a list of strings, at least one. */
export function oneOrMore(value: unknown, where: string): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((item): item is string => typeof item === 'string' && item.length <= LONGEST);
  if (texts.length === 0 || texts.length < list.length) throw malformed(`${where} must be a string or a list of them.`);
  return texts;
}
