import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { deployedBy } from '../engine/codedeploy/describe.ts';
import { carriesRun } from '../engine/codedeploy/marker.ts';
import { type DescribedTaskDefinition, type EcsPort } from '../ports/aws/aws.ts';

/** True where an earlier attempt of the same job of the same run started the deployment: a re-run goes on with it. */
export function isEarlierAttempt(running: DeploymentInfo, marker: string | null): boolean {
  return marker !== null && carriesRun(running.description ?? '', marker);
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
