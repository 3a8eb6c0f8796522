import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { plain } from '../../report/plain.ts';
import { parseDescription } from './describe.ts';
import { parseMarker } from './marker.ts';

/** CodeDeploy API: DeploymentCreator of a deployment that takes another one back. */
export const ROLLBACK_CREATOR = 'codeDeployRollback';

export type Described = Pick<DeploymentInfo, 'description' | 'creator' | 'rollbackInfo'>;

/**
 * Whose deployment it is, as its description or its creator tell: `run 7, attempt 2, job ship of acme/shop, by octocat`.
 * Whoever may start a deployment can write any description: good enough to tell people, and for nothing else.
 */
export function whose(info: Described): string {
  if (isRollback(info)) {
    const of = plain(info.rollbackInfo?.rollbackTriggeringDeploymentId ?? '');
    return `a rollback that CodeDeploy started${of === '' ? '' : ` for deployment ${of}`}`;
  }
  const { description = '' } = info;
  const kind = parseDescription(description)?.kind === 'rollback' ? 'a rollback, ' : '';
  const run = runOf(description);
  return run === null ? someone(info) : `${kind}${run}`;
}

export function isRollback({ creator }: Pick<Described, 'creator'>): boolean {
  return creator === ROLLBACK_CREATOR;
}

/** The run that a description of this action names; null for any other description. */
export function runOf(description: string): string | null {
  const marker = parseMarker(description);
  if (marker === null) return null;
  const { runId, attempt, job, repository } = marker;
  const actor = parseDescription(description)?.actor ?? null;
  return `started by run ${runId}, attempt ${attempt}, job ${job} of ${repository}${actor === null ? '' : `, by ${plain(actor)}`}`;
}

/** CodeDeploy API: DeploymentCreator is `user` for a person, a pipeline and any other caller alike. */
function someone({ description, creator }: Described): string {
  const by =
    creator === undefined || creator === 'user' ? 'not started by this action' : `started by ${plain(creator)}`;
  const said = plain(description ?? '').slice(0, 160);
  return said === '' ? by : `${by}, described as "${said}"`;
}
