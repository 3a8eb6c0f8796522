/** What a deployment of the group brings to production, and in place of what. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { parseAppSpec } from '../appspec/load.ts';
import { taskDefinitionIn } from '../appspec/task-definition.ts';
import { deployedBy, replacedBy } from '../engine/codedeploy/describe.ts';
import { messageOf } from '../errors.ts';
import { type CodeDeployPort } from '../ports/aws/aws.ts';
import { type Log } from '../ports/log.ts';
import { type Target } from '../target/target.ts';

export interface RevisionPorts {
  readonly codedeploy: Pick<CodeDeployPort, 'getAppSpec'>;
  readonly log: Log;
}

/**
 * ARN of the task definition: what its task set runs (ECS API: TaskSet.externalId), else what its AppSpec says, else what
 * its description tells, which anyone can write who may deploy. null where nothing tells.
 */
export async function broughtBy(
  id: string,
  info: DeploymentInfo,
  target: Target,
  ports: RevisionPorts,
): Promise<string | null> {
  const made = target.service.taskSets?.find(({ externalId }) => externalId === id)?.taskDefinition;
  if (made !== undefined) return made;
  const written = await fromAppSpec(id, info, target.group.application, ports);
  if (written !== null) return arnOf(written, target);
  const told = deployedBy(info.description ?? '');
  return told === null ? null : arnOf(told, target);
}

/** What ran beside it or before it. null where nothing tells. */
export function replacedIn(id: string, info: DeploymentInfo, target: Target): string | null {
  const told = replacedBy(info.description ?? '');
  const others = (target.service.taskSets ?? []).filter(({ externalId }) => externalId !== id);
  const beside = others.find(({ status }) => status === 'PRIMARY') ?? others.find(({ status }) => status === 'ACTIVE');
  return beside?.taskDefinition ?? (told === null ? null : arnOf(told, target));
}

/** An AppSpec in S3 has no hash here, and is not read. */
async function fromAppSpec(
  id: string,
  info: DeploymentInfo,
  application: string,
  { codedeploy, log }: RevisionPorts,
): Promise<string | null> {
  const sha256 = info.revision?.appSpecContent?.sha256;
  if (sha256 === undefined) return null;
  try {
    const content = await codedeploy.getAppSpec(application, sha256);
    if (content === null) return null;
    const { document } = await parseAppSpec(`the AppSpec of deployment ${id}`, content);
    return taskDefinitionIn(document);
  } catch (error) {
    log.info(`The AppSpec of deployment ${id} could not be read: ${messageOf(error)}`);
    return null;
  }
}

/** Of `family:revision`, in the account and region of what runs; an ARN as it is. */
function arnOf(name: string, { live }: Target): string {
  return name.startsWith('arn:') ? name : `${live.arn.slice(0, live.arn.lastIndexOf('/') + 1)}${name}`;
}
