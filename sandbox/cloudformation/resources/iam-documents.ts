/** What the handlers of IAM's types share. */
import { isMalformed, type PolicyKind, readPolicy } from '../../iam/policy.ts';
import { type Json, type JsonObject } from '../../json.ts';
import { AwsError } from '../../operation.ts';
import { type World } from '../../world/world.ts';
import { isObject } from '../template/shape.ts';

/** IAM's own errors. It is no service that is emulated here: no call can provoke them but CloudFormation's. */
export const iamError = (code: string, message: string, status = 400): AwsError => new AwsError(code, message, status);

/** IAM API: what names may hold. */
const NAME = /^[\w+=,.@-]+$/;

/** A text that says something, else what stands for it. */
export const textOr = (value: Json | undefined, fallback: string): string =>
  typeof value === 'string' && value !== '' ? value : fallback;

/** Throws ValidationError. */
export function checkName(name: string, member: string, longest: number): string {
  if (name.length <= longest && NAME.test(name)) return name;
  throw iamError(
    'ValidationError',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must have at most ${longest} ` +
      'letters, digits and characters of +=,.@-_',
  );
}

/** A path that begins and ends with a slash. Throws ValidationError. */
export function checkPath(path: string): string {
  if (path.length <= 512 && /^\/(?:[!-~]+\/)?$/.test(path)) return path;
  throw iamError('ValidationError', 'The specified value for path is invalid. It must begin and end with /.');
}

/** The document, found to be one that IAM takes. Throws MalformedPolicyDocument. */
export function checkDocument(given: Json | undefined, kind: PolicyKind): JsonObject {
  const document = typeof given === 'string' ? parsed(given) : given;
  try {
    readPolicy(document, kind);
  } catch (cause) {
    if (isMalformed(cause)) throw iamError('MalformedPolicyDocument', cause.message);
    throw cause;
  }
  return isObject(document) ? document : {};
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json; // JSON.parse yields JSON and nothing else
  } catch {
    throw iamError('MalformedPolicyDocument', 'This policy contains invalid Json');
  }
}

export const iamArn = ({ partition, account }: World, resource: string): string =>
  `arn:${partition}:iam::${account}:${resource}`;
