import { type Stack, type StackStatus } from '../../world/cloudformation.ts';
import { validationError } from './find.ts';

/** Where UpdateStack and change sets may begin. */
const UPDATABLE: readonly StackStatus[] = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'];

export function checkUpdatable({ id, status }: Stack): void {
  if (UPDATABLE.includes(status)) return;
  throw validationError(`Stack:${id} is in ${status} state and can not be updated.`);
}

export const isInProgress = ({ status }: Stack): boolean =>
  status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS';
