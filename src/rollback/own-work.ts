import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { parseDescription } from '../engine/codedeploy/describe.ts';
import { carriesMarker, carriesRun, markerOf } from '../engine/codedeploy/marker.ts';
import { type CodeDeployPort } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type RunContext } from '../ports/runner.ts';
import { type Target } from '../target/target.ts';
import { type Running } from './running.ts';

interface Of {
  readonly codedeploy: Pick<CodeDeployPort, 'getDeployment'>;
  readonly context: RunContext;
  readonly matrix: string;
}

/**
 * Why what is live may be this run's own work, as a clause; null where it is not. A job that is run again must not go one
 * further back. `previous` was brought back by a deployment of an earlier attempt; or the last deployment was stopped by
 * hand, which leaves no mark of who did it: an earlier attempt may have.
 */
export async function ownWork(target: Target, running: Running | null, of: Of): Promise<string | null> {
  if (await isDeployed(target, running, of)) return 'was brought back by an earlier attempt of this job';
  const stopped = running === null && Number(of.context.runAttempt) > 1 ? await lastIfStopped(target, of) : null;
  if (stopped === null) return null;
  return (
    `is what deployment ${stopped} left when it was stopped, by an earlier attempt of this job or by hand; ` +
    `name a revision in 'rollback-to', or start a new run, to go further back`
  );
}

/**
 * CodeDeploy API, ErrorCode: what ends a deployment as `Stopped` without a person. That a stop has MANUAL_STOP is assumed:
 * any other code, and none, is taken for one, since the guess that is wrong must not go one further back.
 */
const BY_ITSELF = new Set<string | undefined>(['TIMEOUT', 'ALARM_ACTIVE']);

/** The group's last deployment, or the one that its rollback took back, where a stop has ended it. */
async function lastIfStopped({ group }: Target, { codedeploy }: Of): Promise<string | null> {
  let id = group.info.lastAttemptedDeployment?.deploymentId ?? '';
  for (let step = 0; step < 2 && id !== ''; step += 1) {
    const info = await known(id, codedeploy);
    if (info === null) return null;
    if (info.status === 'Stopped' && !BY_ITSELF.has(info.errorInformation?.code)) return id;
    id = info.creator === 'codeDeployRollback' ? (info.rollbackInfo?.rollbackTriggeringDeploymentId ?? '') : '';
  }
  return null;
}

async function isDeployed(target: Target, running: Running | null, of: Of): Promise<boolean> {
  const made = target.primary.externalId ?? '';
  if (made === '') return false;
  const description =
    running?.seen.id === made ? running.description : ((await known(made, of.codedeploy))?.description ?? '');
  if (parseDescription(description)?.kind !== 'rollback') return false;
  const marker = markerOf(of.context, of.matrix);
  return carriesRun(description, marker) && !carriesMarker(description, marker);
}

/** null: CodeDeploy does not know it any more. */
async function known(id: string, codedeploy: Of['codedeploy']): Promise<DeploymentInfo | null> {
  try {
    return await codedeploy.getDeployment(id);
  } catch (error) {
    if (error instanceof AwsCallError && (error.kind === 'missing' || error.kind === 'other')) return null;
    throw error;
  }
}
