import { type CreateDeploymentCommandInput } from '@aws-sdk/client-codedeploy';
import { StepError } from '../../errors.ts';
import { AwsCallError } from '../../ports/aws/error.ts';
import { type StartRequest } from '../engine.ts';
import { type CodeDeployPorts } from './engine.ts';
import { refusedBecauseOfAnother } from './limit.ts';
import { findOurs } from './ours.ts';
import { backoffMs } from '../../backoff.ts';
import { startFault } from './start-fault.ts';

export interface StartPorts extends CodeDeployPorts {
  readonly random: () => number;
}

/** How far AWS's clock and ours may be apart. */
export const CLOCK_SKEW_MS = 60_000;
/** How many CreateDeployment calls may go wrong in each of these ways. */
const LOST_LIMIT = 4;
const THROTTLED_LIMIT = 12;
const REFUSED_LIMIT = 3;

/**
 * Starts a deployment exactly once. CreateDeployment has no client token: after a lost answer the group's deployments
 * are looked through for ours before the call is made again. Resolves to the deployment's id; throws a `StepError`.
 */
export async function startDeployment(ports: StartPorts, request: StartRequest): Promise<string> {
  const since = ports.clock.now() - CLOCK_SKEW_MS;
  const failures: Failures = { lost: 0, throttled: 0, refused: 0 };
  for (;;) {
    try {
      return await ports.codedeploy.createDeployment(inputOf(request));
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error;
      const adopted = await afterFailure(ports, request, { error, since, failures });
      if (adopted !== null) return adopted;
    }
  }
}

interface Failures {
  lost: number;
  throttled: number;
  refused: number;
}

/** This run's own deployment where there is one; null: the call may be made again. Throws where it may not. */
async function afterFailure(
  ports: StartPorts,
  request: StartRequest,
  { error, since, failures }: { error: AwsCallError; since: number; failures: Failures },
): Promise<string | null> {
  if (error.code === 'DeploymentLimitExceededException' && ++failures.refused <= REFUSED_LIMIT) {
    const ours = await refusedBecauseOfAnother(ports, request, error, since);
    if (ours === null) await pause(ports, failures.refused, 'The deployment that was in the way has ended');
    return ours;
  }
  if (error.kind === 'throttled' && ++failures.throttled <= THROTTLED_LIMIT) {
    await pause(ports, failures.throttled, 'CreateDeployment was throttled');
    return null;
  }
  if (isLost(error) && ++failures.lost <= LOST_LIMIT)
    return afterLostAnswer(ports, request, error, { since, attempt: failures.lost });
  throw new StepError(startFault(error, request), { cause: error });
}

function inputOf(request: StartRequest): CreateDeploymentCommandInput {
  const { content, sha256 } = request.appspec;
  return {
    applicationName: request.application,
    deploymentGroupName: request.group,
    deploymentConfigName: request.config,
    description: request.description,
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content, sha256 } },
    ...(request.ignoreAlarms === true && { overrideAlarmConfiguration: { enabled: false } }),
  };
}

/** The call may have been carried out. */
function isLost(error: AwsCallError): boolean {
  return error.kind === 'network' || error.kind === 'server';
}

async function afterLostAnswer(
  ports: StartPorts,
  request: StartRequest,
  error: AwsCallError,
  call: { since: number; attempt: number },
): Promise<string | null> {
  ports.log.info(`No answer to CreateDeployment (${error.code}): looking whether the deployment was started.`);
  const look = (): Promise<string | null> => findOurs(ports, request, call.since);
  // A deployment may appear in the list a little after it was made, so the list is read twice.
  let ours = await look();
  if (ours === null) {
    await ports.clock.sleep(backoffMs(call.attempt + 1, ports.random));
    ours = await look();
  }
  if (ours !== null) ports.log.info(`Deployment ${ours} is this run's own: going on with it.`);
  else ports.log.info('It was not started: trying again.');
  return ours;
}

async function pause(ports: StartPorts, attempt: number, why: string): Promise<void> {
  const ms = backoffMs(attempt, ports.random);
  ports.log.info(`${why}: trying again in ${Math.ceil(ms / 1000)} s.`);
  await ports.clock.sleep(ms);
}
