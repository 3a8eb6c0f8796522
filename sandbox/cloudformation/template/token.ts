import { type Json } from '../../json.ts';

const kinds = ['Ref', 'GetAtt', 'Base64', 'Cidr', 'Join', 'Select', 'Split'] as const;

/** Stands for a value that is not known before creation: `{{Ref Cluster}}`. Tokens are equal where the values will be. */
export function token(kind: (typeof kinds)[number], of: Json): string {
  return `{{${kind} ${typeof of === 'string' ? of : JSON.stringify(of)}}}`;
}

/** Whether a text is a token or holds one. */
export const isToken = (value: Json | undefined): value is string =>
  typeof value === 'string' && kinds.some((kind) => value.includes(`{{${kind} `));
