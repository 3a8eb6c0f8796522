/** How a deployment in the way is treated: what the input says, unless that would undo what somebody did after this run began. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { parseDescription } from '../engine/codedeploy/describe.ts';
import { type DeployInputs } from '../inputs/types.ts';
import { givesPrecedence } from '../older.ts';
import { type Treatment } from './decide.ts';

export interface Treated {
  readonly treatment: Treatment;
  /** Why it is not the one that the input names; null: it is. */
  readonly why: string | null;
}

/**
 * What a later run has begun is not cut short for an older release. A rollback of this action is not stopped, which would
 * bring the release back that it leads away from. `marker`: this run's.
 */
export function treatmentOf(
  { description = '' }: Pick<DeploymentInfo, 'description'>,
  policy: Treatment,
  { allowOlder }: Pick<DeployInputs, 'allowOlder'>,
  marker: string,
): Treated {
  if (policy !== 'wait' && givesPrecedence(description, marker, allowOlder)) {
    const why = `The deployment in progress came from a later run than this one: it is waited for, not told to ${WORDS[policy]}.`;
    return { treatment: 'wait', why };
  }
  if (policy !== 'replace' || parseDescription(description)?.kind !== 'rollback')
    return { treatment: policy, why: null };
  const why = 'The deployment in progress is a rollback, which is not stopped: only its wait is ended.';
  return { treatment: 'finish', why };
}

const WORDS = { finish: 'end its wait', replace: 'make way' } as const;
