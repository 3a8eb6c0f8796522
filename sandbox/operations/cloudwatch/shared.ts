import { AwsError } from '../../operation.ts';
import { type Page, pageOf } from '../../paging.ts';

export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);
export const combination = (message: string): AwsError => new AwsError('InvalidParameterCombinationException', message);
export const badToken = (): AwsError => new AwsError('InvalidNextToken', 'The next token is invalid.');

/** Lists of alarms and of their history take 1 to 100 at a time. */
export function page<T>(all: readonly T[], token: string | undefined, size: number): Page<T> {
  if (size < 1 || size > 100) throw invalid(`MaxRecords must be from 1 to 100; received ${size}.`);
  return pageOf(all, token, size, badToken);
}
