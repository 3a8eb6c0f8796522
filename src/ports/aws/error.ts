/** Why a call to AWS failed, as far as it decides what to do next. */
export type AwsErrorKind =
  /** Too many requests: the call may be repeated, later. */
  | 'throttled'
  /** AWS's own fault (5xx): the call may be repeated. */
  | 'server'
  /** No answer came: refused, reset, timed out, name not found. The call may or may not have been carried out. */
  | 'network'
  /** Credentials are missing, wrong or have expired. Repeating cannot help. */
  | 'credentials'
  /** The caller may not do this. Repeating cannot help. */
  | 'denied'
  /** What the call names is not there. */
  | 'missing'
  | 'other';

export interface AwsCall {
  /** IAM's service prefix: `ecs`, `codedeploy`, `elasticloadbalancing`, `ecr`. */
  readonly service: string;
  readonly operation: string;
  /** What it was about, for the reader: `shop/web`. */
  readonly on: string;
  /** Account and region that the call was about, where these are not the step's own. */
  readonly owner?: { readonly account: string; readonly region: string };
}

/** A failed call. `code` is AWS's error name (`DeploymentLimitExceededException`), or Node's for a network fault. */
export class AwsCallError extends Error {
  override readonly name = 'AwsCallError';
  readonly call: AwsCall;
  readonly kind: AwsErrorKind;
  readonly code: string;
  constructor(call: AwsCall, details: { kind: AwsErrorKind; code: string; message: string }, options?: ErrorOptions) {
    super(`${call.service}:${call.operation} (${call.on}): ${details.code}: ${details.message}`, options);
    this.call = call;
    this.kind = details.kind;
    this.code = details.code;
  }
}

const THROTTLED = new Set([
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
]);

const CREDENTIALS = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'IncompleteSignature',
  'RequestExpired',
  'RequestTimeTooSkewed',
  'CredentialsProviderError',
  'TokenProviderError',
]);

const DENIED = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'NotAuthorized']);

const MISSING = /(?:DoesNotExist|NotFound)(?:Exception)?$/;

/** Node's own error codes for a connection that gave no answer. */
const NETWORK =
  /^(?:E(?:CONN(?:REFUSED|RESET|ABORTED)|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|AI_AGAIN)|ENOTFOUND|UND_ERR_\w+|(?:Request)?Timeout(?:Error|Exception)?|NetworkingError)$/;

/** Our name for an answer that is no JSON or XML: a proxy or a broken server between AWS and us. */
export const UNREADABLE = 'UnreadableAnswer';

export function kindOf(code: string, status: number | undefined): AwsErrorKind {
  if (THROTTLED.has(code) || status === 429) return 'throttled';
  if (CREDENTIALS.has(code)) return 'credentials';
  if (DENIED.has(code)) return 'denied';
  if (MISSING.test(code)) return 'missing';
  if (NETWORK.test(code)) return 'network';
  if ((status !== undefined && status >= 500) || code === UNREADABLE) return 'server';
  return 'other';
}

/** True where the same call may succeed a little later, with nothing changed. */
export function isTransient(error: unknown): error is AwsCallError {
  return error instanceof AwsCallError && ['throttled', 'server', 'network'].includes(error.kind);
}
