import { revisionOf } from '../engine/codedeploy/describe.ts';
import { type Fault } from '../errors.ts';

/**
 * What speaks against promoting a deployment that brings `brings` (ARN) where `approved` was said to be
 * good: family:revision or an ARN. null: nothing was said.
 */
export function approvalFaults(id: string, brings: string, approved: string | null): readonly Fault[] {
  if (approved === null) return [];
  const at = { tried: 'promote what was approved', on: id };
  const repair =
    "Give 'task-definition' and 'codedeploy-deployment-id' as the outputs of one and the same step have them.";
  if (!/:\d+$/.test(approved)) {
    return [
      {
        ...at,
        why: `'${approved}' names no revision, and the latest of a family can change after it was approved`,
        repair,
      },
    ];
  }
  const same = approved.startsWith('arn:') ? approved === brings : approved === revisionOf(brings);
  return same ? [] : [{ ...at, why: `it brings ${revisionOf(brings)}, and ${approved} was approved`, repair }];
}
