/** Patterns of policies: wildcards, and variables that are filled in from the request. */
import { fits, MANY, ONE } from '../balancer/glob.ts';

/**
 * What the policy is asked with: condition keys in lower case, as IAM compares them without regard to case (IAM User
 * Guide, "Condition"), each to its values.
 */
export type Context = ReadonlyMap<string, readonly string[]>;

/** How a text is read: `variables` since policy version 2012-10-17, `wildcards` where the element takes them. */
export interface Reading {
  readonly variables: boolean;
  readonly wildcards: boolean;
  readonly context: Context;
}

/** Character codes and wildcards; null where a variable has no value, so that nothing fits. */
export function partsOf(pattern: string, { variables, wildcards, context }: Reading): readonly number[] | null {
  const parts: number[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const end = variables && pattern.startsWith('${', at) ? pattern.indexOf('}', at) : -1;
    const character = pattern.charAt(at);
    if (end > 0) {
      const value = valueOf(pattern.slice(at + 2, end), context);
      if (value === null) return null;
      parts.push(...codesOf(value));
      at = end;
    } else if (wildcards && character === '*') parts.push(MANY);
    else if (wildcards && character === '?') parts.push(ONE);
    else parts.push(pattern.charCodeAt(at));
  }
  return parts;
}

const codesOf = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/**
 * `aws:userid`, with a default behind a comma (`aws:userid, 'nobody'`), or one of the characters that are escaped so:
 * `*`, `?` and `$` (IAM User Guide, "Policy variables"). What it yields is text: no wildcard in it counts.
 */
function valueOf(variable: string, context: Context): string | null {
  if (variable === '*' || variable === '?' || variable === '$') return variable;
  const comma = variable.indexOf(',');
  const key = (comma < 0 ? variable : variable.slice(0, comma)).trim().toLowerCase();
  const values = context.get(key);
  if (values?.length === 1) return values[0] ?? null;
  const fallback = comma < 0 ? '' : variable.slice(comma + 1).trim();
  return fallback.length >= 2 && fallback.startsWith("'") && fallback.endsWith("'") ? fallback.slice(1, -1) : null;
}

export function fitsText(pattern: string, text: string, reading: Reading): boolean {
  const parts = partsOf(pattern, reading);
  return parts !== null && fits(parts, text);
}

/** `ecs:Describe*`: without regard to case, and without variables (IAM User Guide, "Action"). */
export function fitsAction(pattern: string, action: string): boolean {
  const reading = { variables: false, wildcards: true, context: new Map() };
  return fitsText(pattern.toLowerCase(), action.toLowerCase(), reading);
}

/** An ARN's fields before the one that names the resource. */
const FIELDS = 5;

/**
 * Field by field, for a wildcard does not span the colons between them; the last field is the resource with whatever
 * colons it has (IAM User Guide, "Resource"). `*` alone is every resource. A request about no resource in particular
 * asks for `*`, which `*` alone fits.
 */
export function fitsArn(pattern: string, arn: string, reading: Reading): boolean {
  if (pattern === '*') return true;
  const wanted = fieldsOf(pattern, reading.variables);
  const given = fieldsOf(arn, false);
  if (wanted.length !== given.length) return false;
  return wanted.every((field, index) => fitsText(field, given[index] ?? '', { ...reading, wildcards: true }));
}

/** Colons inside `${…}` are of the variable. */
function fieldsOf(arn: string, variables: boolean): readonly string[] {
  const fields: string[] = [];
  let from = 0;
  let inside = false;
  for (let at = 0; at < arn.length && fields.length < FIELDS; at += 1) {
    if (variables && arn.startsWith('${', at)) inside = true;
    else if (inside && arn[at] === '}') inside = false;
    else if (!inside && arn[at] === ':') {
      fields.push(arn.slice(from, at));
      from = at + 1;
    }
  }
  return [...fields, arn.slice(from)];
}
