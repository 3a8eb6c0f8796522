import { validationError } from './find.ts';
import { checkPolicy } from './stack-policy.ts';

/** The stack policy that a request gives; null: none. Throws a `ValidationError`. */
export function policyGiven(body: string | undefined, url: string | undefined): string | null {
  if (url !== undefined) {
    throw validationError(
      'The sandbox does not emulate S3, so it cannot read a stack policy by its URL: give its body.',
    );
  }
  return body === undefined ? null : checkPolicy(body);
}
