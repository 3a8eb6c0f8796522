import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type Fault, StepError } from '../../errors.ts';
import { type AwsCallError } from '../../ports/aws/error.ts';
import { type StartRequest } from '../engine.ts';
import { findOurs, isOfThisRun, isOurs, readSurely } from './ours.ts';
import { type StartPorts } from './start.ts';
import { whose } from './whose.ts';

/** Another deployment of the group came first. */
export class AnotherActiveError extends StepError {
  /** null: it is not known which, or it has ended by now. */
  readonly another: DeploymentInfo | null;
  constructor(fault: Fault, another: DeploymentInfo | null, options: ErrorOptions) {
    super(fault, options);
    this.another = another;
  }
}

/**
 * DeploymentLimitExceededException: another deployment of the group is active. Ours, when an answer got lost: its id.
 * Anyone else's: an `AnotherActiveError`; one that has ended meanwhile only where the request says so, else null.
 * The message names an id, or does not.
 */
export async function refusedBecauseOfAnother(
  ports: StartPorts,
  request: StartRequest,
  error: AwsCallError,
  since: number,
): Promise<string | null> {
  const { codedeploy, log } = ports;
  const named = idIn(error.message);
  const ours = named === undefined ? await findOurs(ports, request, since) : null;
  const id = ours ?? named ?? (await lastAttempted(ports, request));
  if (id === undefined) throw new AnotherActiveError(limitFault(request, null), null, { cause: error });
  const info = { ...(await readSurely(ports, request, () => codedeploy.getDeployment(id))), deploymentId: id };
  const over = info.status === 'Succeeded' || info.status === 'Failed' || info.status === 'Stopped';
  if (isOurs(info, request) || (!over && isOfThisRun(info, request))) {
    log.info(`Deployment ${id} of this group is in progress and is this run's own: going on with it.`);
    return id;
  }
  if (over && request.looksAgain !== true) return null;
  throw new AnotherActiveError(limitFault(request, { id, info }), over ? null : info, { cause: error });
}

/** A deployment group's name may look like an id, and comes first (CodeDeploy: `The Deployment Group 'x' already has an active Deployment 'd-…'`). */
function idIn(message: string): string | undefined {
  return [...message.matchAll(/\bd-[A-Z0-9]{5,}\b/g)].at(-1)?.[0];
}

async function lastAttempted(ports: StartPorts, request: StartRequest): Promise<string | undefined> {
  const { application, group } = request;
  const info = await readSurely(ports, request, () => ports.codedeploy.getDeploymentGroup(application, group));
  return info.lastAttemptedDeployment?.deploymentId;
}

function limitFault(request: StartRequest, other: { id: string; info: DeploymentInfo } | null): Fault {
  const status = other?.info.status ?? 'status unknown';
  const which = other === null ? 'another deployment' : `deployment ${other.id} (${status}, ${whose(other.info)})`;
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
