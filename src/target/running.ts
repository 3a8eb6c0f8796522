import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { isRollback } from '../engine/codedeploy/whose.ts';
import { type Fault } from '../errors.ts';
import { consoleUrl } from '../report/console.ts';
import { awsCommand, oneLine } from './command.ts';
import { type FoundGroup } from './find-group.ts';
import { type Place } from './place.ts';

/** CodeDeploy API: DeploymentStatus. Every other status, and any that is not known yet, means that it goes on. */
const ENDED = new Set<string | undefined>(['Succeeded', 'Failed', 'Stopped']);

export function hasEnded(status: string | undefined): boolean {
  return ENDED.has(status);
}

/**
 * The group's last attempted deployment, if it has not ended. The group's word for it can lag behind: it is asked
 * for itself, unless the group says that it has ended.
 */
export async function readRunning(
  group: FoundGroup,
  getDeployment: (id: string) => Promise<DeploymentInfo>,
): Promise<DeploymentInfo | null> {
  const last = group.info.lastAttemptedDeployment;
  if (last?.deploymentId === undefined || ENDED.has(last.status)) return null;
  const info = await getDeployment(last.deploymentId);
  return ENDED.has(info.status) ? null : { ...info, deploymentId: last.deploymentId };
}

/** A group has one deployment at a time (CodeDeploy API: DeploymentLimitExceededException). */
export function runningFault(running: DeploymentInfo, madePrimary: boolean, place: Place): Fault {
  const id = running.deploymentId ?? '';
  const since = running.createTime === undefined ? '' : ` since ${running.createTime.toISOString()}`;
  const rollback = isRollback(running) ? ', a rollback,' : '';
  const words = oneLine(running.description ?? '', 160);
  return {
    tried: 'start a deployment',
    on: `${running.applicationName ?? ''} / ${running.deploymentGroupName ?? ''}`,
    why: `deployment ${id}${rollback} is ${running.status ?? 'going on'}${since}, and a group has one deployment at a time; its description ${words === '' ? 'is empty' : `says: ${words}`}`,
    repair: `${waysOut(id, running, madePrimary, place)} ${consoleUrl(id, place.region)}`,
  };
}

/** What a person can do about it. `shifted`: production may be wholly on what it has brought. */
export function waysOut(
  id: string,
  running: Pick<DeploymentInfo, 'creator' | 'status'>,
  shifted: boolean,
  place: Pick<Place, 'region'>,
): string {
  const stop = awsCommand(place, 'deploy', 'stop-deployment', '--deployment-id', id, '--auto-rollback-enabled');
  const go = (wait: string): string =>
    awsCommand(place, 'deploy', 'continue-deployment', '--deployment-id', id, '--deployment-wait-type', wait);
  if (isRollback(running)) return 'Wait until the rollback has ended, then run the job again.';
  if (running.status === 'Ready') {
    return `It waits for a word: let it go on with ${go('READY_WAIT')}, or stop it and roll back with ${stop}, then run the job again.`;
  }
  const ended = shifted
    ? ` It made the task set that is PRIMARY now: if all traffic is on it, end its wait with ${go('TERMINATION_WAIT')}.`
    : '';
  return `Wait until it has ended, then run the job again.${ended} Or stop it and roll back with ${stop}.`;
}
