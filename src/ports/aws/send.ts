import { AwsCallError, kindOf, UNREADABLE, type AwsCall } from './error.ts';

/** Sends one call; what it throws becomes an `AwsCallError` that says what was called, on what, and why it failed. */
export async function send<T>(call: AwsCall, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw callError(call, error);
  }
}

function callError(call: AwsCall, thrown: unknown): AwsCallError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = codeOf(error);
  const kind = kindOf(code, statusOf(error));
  return new AwsCallError(
    call,
    { kind, code, message: error.message.replace(SDK_HINT, '') || 'no answer' },
    { cause: thrown },
  );
}

/** What the SDK adds where it cannot read an answer: a hint for those who debug it. */
const SDK_HINT = /\s*Deserialization error: to see the raw response.*$/s;

/**
 * Node puts the useful word of a network fault in `code` (ECONNRESET); AWS's own errors carry theirs in `name`. An answer
 * that is no JSON or no XML has no word of its own.
 */
function codeOf(error: Error): string {
  if (error.name === 'SyntaxError' || SDK_HINT.test(error.message)) return UNREADABLE;
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^E[A-Z_]+$/.test(own) ? own : error.name;
}

function statusOf(error: Error): number | undefined {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}
