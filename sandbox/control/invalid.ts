import { isTooDeep } from '../protocol/depth.ts';

/** A request to the control API that cannot be carried out; the message says how it should look. */
export class Invalid extends Error {
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

export type Body = ReadonlyMap<string, unknown>;

/** The JSON object of a request; its members as a map, so that no name is special. */
export function parseBody(text: string): Body {
  if (isTooDeep(text)) throw new Invalid('The request body is nested too deeply.');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Invalid('The request body must be a JSON object; it is not JSON.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Invalid('The request body must be a JSON object.');
  }
  return new Map(Object.entries(parsed));
}

/** For messages: the value as JSON, cut to a readable length. */
export const shown = (value: unknown): string =>
  (value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, 100);

export function refuseUnknown(body: Body, known: readonly string[]): void {
  const unknown = [...body.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Invalid(
      `Unknown member${unknown.length > 1 ? 's' : ''} ${unknown.join(', ')}; known: ${known.join(', ')}.`,
    );
  }
}

export function textMember(body: Body, name: string): string {
  const value = body.get(name);
  if (typeof value === 'string' && value !== '') return value;
  throw new Invalid(`${name} must be a string that is not empty; received ${shown(value)}.`);
}

/** A number that is at least 0; `fallback` when absent. */
export function numberMember<T extends number | null>(body: Body, name: string, fallback: T): number | T {
  const value = body.get(name);
  if (value === undefined) return fallback;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new Invalid(`${name} must be a number, 0 or more; received ${shown(value)}.`);
}
