/** The AppSpecs that deployments were made with. */
import { createHash } from 'node:crypto';
import { type AppSpec } from '../appspec/appspec.ts';
import { type AppSpecFile, parseAppSpec } from '../appspec/load.ts';
import { taskDefinitionIn } from '../appspec/task-definition.ts';
import { revisionOf } from '../engine/codedeploy/describe.ts';
import { StepError } from '../errors.ts';
import { type CodeDeployPort } from '../ports/aws/aws.ts';
import { type Log } from '../ports/log.ts';

/** One call each: as many are read to learn what deployments of others brought. */
const MOST = 100;

export interface RecordedAppSpec extends AppSpec {
  readonly file: AppSpecFile;
  /** `family:revision` */
  readonly revision: string;
}

export interface AppSpecs {
  /** null where CodeDeploy does not keep it, or it cannot be used. `id`: the deployment, for the log; `sha256`: null in S3. */
  read(sha256: string | null, id: string): Promise<RecordedAppSpec | null>;
}

/** Each is read once. What cannot be read is told once. */
export function appSpecsOf(codedeploy: Pick<CodeDeployPort, 'getAppSpec'>, application: string, log: Log): AppSpecs {
  const known = new Map<string, Promise<RecordedAppSpec | null>>();
  const elsewhere = new Set<string>();
  const fetch = async (sha256: string, id: string): Promise<RecordedAppSpec | null> => {
    const content = await codedeploy.getAppSpec(application, sha256);
    if (content === null) log.info(`CodeDeploy does not keep the AppSpec of deployment ${id} any more.`);
    return content === null ? null : parsed(content, id, log);
  };
  return {
    read(sha256, id) {
      if (sha256 === null) {
        if (!elsewhere.has(id)) log.info(`Deployment ${id} is passed over: its AppSpec lies in S3 and is not read.`);
        elsewhere.add(id);
        return Promise.resolve(null);
      }
      const there = known.get(sha256);
      if (there !== undefined) return there;
      if (known.size === MOST) log.info(`The AppSpecs of ${MOST} deployments were read; those of older ones are not.`);
      const read = known.size >= MOST ? Promise.resolve(null) : fetch(sha256, id);
      known.set(sha256, read);
      return read;
    },
  };
}

async function parsed(content: string, id: string, log: Log): Promise<RecordedAppSpec | null> {
  try {
    const file = await parseAppSpec(`the AppSpec of deployment ${id}`, content);
    const definition = taskDefinitionIn(file.document);
    if (definition !== null) {
      const sha256 = createHash('sha256').update(content, 'utf8').digest('hex');
      return { content, sha256, file, revision: revisionOf(definition) };
    }
    log.info(`The AppSpec of deployment ${id} names no task definition.`);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    log.info(`The AppSpec of deployment ${id} cannot be used: ${error.fault.why}`);
  }
  return null;
}
