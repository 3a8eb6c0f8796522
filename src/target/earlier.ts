import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { deployedBy } from '../engine/codedeploy/describe.ts';
import { carriesRun } from '../engine/codedeploy/marker.ts';
import { isRollback } from '../engine/codedeploy/whose.ts';
import { type DescribedTaskDefinition, type EcsPort } from '../ports/aws/aws.ts';

/**
 * True where an earlier attempt of the same job of the same run started the deployment: a re-run may go on with it, if the
 * AppSpec is the same, too. What CodeDeploy started to take such a one back is not the run's, whatever is written on it.
 */
export function isEarlierAttempt(running: DeploymentInfo, marker: string | null): boolean {
  return marker !== null && !isRollback(running) && carriesRun(running.description ?? '', marker);
}

/** The deployment in progress where it is not this run's own; null where there is none, or it is. */
export function anotherOf(running: DeploymentInfo | null | undefined, marker: string | null): DeploymentInfo | null {
  return running === null || running === undefined || isEarlierAttempt(running, marker) ? null : running;
}

/**
 * What that deployment brings to production, so that the same definition is not registered a second time: only with the
 * same AppSpec can the deployment be gone on with. null where there is none or it cannot be read.
 */
export async function earlierRevision(
  running: DeploymentInfo | null | undefined,
  ecs: Pick<EcsPort, 'describeTaskDefinition'>,
): Promise<DescribedTaskDefinition | null> {
  const name = deployedBy(running?.description ?? '');
  return name === null ? null : ecs.describeTaskDefinition(name).catch(() => null);
}
