import { revisionOf } from '../engine/codedeploy/describe.ts';
import { type Outcome, type WatchEnd } from '../events.ts';
import { verdict } from '../verdict.ts';

/**
 * What a rollback by CodeDeploy came to that is only watched: good is that it ended well. `runs`: ARN of the task definition
 * that production runs now; null where it could not be read. `brings`: ARN of what the rollback names.
 */
export function rollbackVerdict(end: WatchEnd, runs: string | null, brings: string): Outcome {
  if (end.kind !== 'reached') return verdict(end, { primaryTaskDefinition: runs, asked: brings });
  const { id, takesBack } = end.last;
  const of = takesBack === null ? '' : ` of deployment ${takesBack}`;
  const now = runs === null ? '' : `: production runs ${revisionOf(runs)}`;
  return { result: 'succeeded', note: `Deployment ${id} was a rollback${of} by CodeDeploy, and has ended well${now}` };
}
