import { AwsError } from '../../operation.ts';

/** Throws the error `code` for a value that is given and is none of those allowed. */
export function checkChoice(value: string | undefined, allowed: readonly string[], code: string): void {
  if (value === undefined || allowed.includes(value)) return;
  throw new AwsError(code, `${JSON.stringify(value.slice(0, 100))} is none of ${allowed.join(', ')}`);
}
