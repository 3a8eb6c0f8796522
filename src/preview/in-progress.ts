import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { parseMarker } from '../engine/codedeploy/marker.ts';
import { type InProgressPolicy } from '../inputs/types.ts';
import { plain } from '../report/plain.ts';
import { isEarlierAttempt } from '../target/earlier.ts';
import { type InProgress } from './output.ts';

export interface Policy {
  readonly policy: InProgressPolicy;
  /** This run's marker. */
  readonly marker: string;
  /** The deployment that made the PRIMARY task set: if the one in progress did, production has its revision. */
  readonly madePrimary: string | null;
}

/** Whose deployment is in progress, and what this step would do about it. */
export function inProgress(running: DeploymentInfo, of: Policy): InProgress {
  const { deploymentId = '', status = 'going on', createTime, description = '' } = running;
  return {
    id: deploymentId,
    status,
    since: createTime?.toISOString() ?? null,
    owner: ownerOf(running),
    description: plain(description),
    then: isEarlierAttempt(running, of.marker)
      ? 'An earlier attempt of this job started it: with the same AppSpec it would be gone on with.'
      : thenOf(running, of),
  };
}

function ownerOf({ creator, description = '' }: DeploymentInfo): string {
  if (creator === 'codeDeployRollback') return 'CodeDeploy, as a rollback';
  const marker = parseMarker(description);
  if (marker === null) return 'not started by this action';
  return `run ${marker.runId}, attempt ${marker.attempt}, job ${marker.job} of ${marker.repository}`;
}

function thenOf({ creator, deploymentId }: DeploymentInfo, { policy, madePrimary }: Policy): string {
  const shifted = deploymentId !== undefined && deploymentId === madePrimary;
  const wait = 'This step would wait until it has ended, and then read everything again';
  if (policy === 'fail') return "This step would fail, as 'if-deployment-in-progress' says.";
  if (policy === 'wait' || creator === 'codeDeployRollback') return `${wait}.`;
  if (shifted)
    return 'Its revision has the production traffic: this step would end its termination wait, and then deploy.';
  if (policy === 'finish') return `${wait}; if it comes to its termination wait, that would be ended.`;
  return 'It has not shifted the production traffic: this step would stop it with rollback, and then deploy.';
}
