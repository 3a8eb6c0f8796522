import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type Fault, StepError } from '../../errors.ts';
import { type AwsCallError } from '../../ports/aws/error.ts';
import { plain } from '../../report/plain.ts';
import { type StartRequest } from '../engine.ts';
import { carriesRun, parseMarker } from './marker.ts';
import { findOurs, hasAppSpec, isOurs, readSurely } from './ours.ts';
import { type StartPorts } from './start.ts';

/**
 * DeploymentLimitExceededException: another deployment of the group is active. Ours, when an answer got lost: its id.
 * Anyone else's: null when it has ended meanwhile, else a `StepError` that names it. The message names an id, or does not.
 */
export async function refusedBecauseOfAnother(
  ports: StartPorts,
  request: StartRequest,
  error: AwsCallError,
  since: number,
): Promise<string | null> {
  const { codedeploy, log } = ports;
  const named = /\bd-[A-Z0-9]{5,}\b/.exec(error.message)?.[0];
  const ours = named === undefined ? await findOurs(ports, request, since) : null;
  const id = ours ?? named ?? (await lastAttempted(ports, request));
  if (id === undefined) throw new StepError(limitFault(request, null), { cause: error });
  const info = await readSurely(ports, request, () => codedeploy.getDeployment(id));
  const over = info.status === 'Succeeded' || info.status === 'Failed' || info.status === 'Stopped';
  if (!isOurs(info, request) && (over || !isEarlierAttempt(info, request))) {
    if (over) return null;
    throw new StepError(limitFault(request, { id, info }), { cause: error });
  }
  log.info(`Deployment ${id} of this group is in progress and is this run's own: going on with it.`);
  return id;
}

function isEarlierAttempt(info: DeploymentInfo, request: StartRequest): boolean {
  return carriesRun(info.description ?? '', request.marker) && hasAppSpec(info, request);
}

async function lastAttempted(ports: StartPorts, request: StartRequest): Promise<string | undefined> {
  const { application, group } = request;
  const info = await readSurely(ports, request, () => ports.codedeploy.getDeploymentGroup(application, group));
  return info.lastAttemptedDeployment?.deploymentId;
}

function limitFault(request: StartRequest, other: { id: string; info: DeploymentInfo } | null): Fault {
  const which = other === null ? 'another deployment' : `deployment ${other.id} (${ownerOf(other.info)})`;
  const id = other?.id ?? '<its id>';
  return {
    tried: 'start the deployment',
    on: `${request.application} / ${request.group}`,
    why: `${which} of this deployment group is still active, and CodeDeploy runs one at a time`,
    repair:
      'Wait until it has ended and run this job again; or end it with ' +
      `\`aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled\` if it should not go on. ` +
      'A `concurrency` group in the workflow keeps two runs apart.',
  };
}

/** Whose deployment it is, from what its description or its creator tell. */
function ownerOf(info: DeploymentInfo): string {
  const status = info.status ?? 'status unknown';
  const marker = parseMarker(info.description ?? '');
  if (marker !== null) {
    return `${status}, started by run ${marker.runId}, attempt ${marker.attempt}, job ${marker.job} of ${marker.repository}`;
  }
  if (info.creator === 'codeDeployRollback') return `${status}, a rollback that CodeDeploy started`;
  const said = plain(info.description ?? '').slice(0, 120);
  return said === '' ? `${status}, not started by this action` : `${status}, described as "${said}"`;
}
