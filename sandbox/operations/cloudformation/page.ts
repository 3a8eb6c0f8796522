import { validationError } from '../../cloudformation/stacks/find.ts';
import { type Page, pageOf } from '../../paging.ts';

/** Lists have up to 100 items a page. */
export const page = <T>(all: readonly T[], token: string | undefined): Page<T> =>
  pageOf(all, token, 100, () => validationError('The NextToken is invalid.'));
