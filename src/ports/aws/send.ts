import { AwsCallError, kindOf, type AwsCall } from './error.ts';

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
  const status = statusOf(error);
  return new AwsCallError(
    call,
    { kind: kindOf(code, status), code, message: error.message || 'no answer' },
    { cause: thrown },
  );
}

/** Node puts the useful word of a network fault in `code` (ECONNRESET); AWS's own errors carry theirs in `name`. */
function codeOf(error: Error): string {
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^E[A-Z_]+$/.test(own) ? own : error.name;
}

function statusOf(error: Error): number | undefined {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}
