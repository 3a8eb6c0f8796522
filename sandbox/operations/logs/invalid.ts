import { AwsError } from '../../operation.ts';
import { type Page, pageOf } from '../../paging.ts';

export const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** `limit`: lists of groups and streams take 1 to 50, and 50 when it is not given. */
export function page<T>(all: readonly T[], token: string | undefined, limit = 50): Page<T> {
  if (limit < 1 || limit > 50) {
    throw invalid(`1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: 1 to 50`);
  }
  return pageOf(all, token, limit, () => invalid('The specified nextToken is invalid.'));
}

/** Events are asked for by 1 to 10,000 at a time. */
export function eventLimit(limit = 10_000): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 10_000) return limit;
  throw invalid(`1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: 1 to 10000`);
}
