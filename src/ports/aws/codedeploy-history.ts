import {
  BatchGetDeploymentsCommand,
  type CodeDeployClient,
  type DeploymentInfo,
  GetApplicationRevisionCommand,
} from '@aws-sdk/client-codedeploy';
import { type CodeDeployPort } from './aws.ts';
import { called } from './codedeploy-call.ts';
import { AwsCallError } from './error.ts';
import { send } from './send.ts';

/** CodeDeploy API: BatchGetDeployments takes at most 25 ids. */
const BATCH = 25;

/** What was deployed before. */
export function historyReads(client: CodeDeployClient): Pick<CodeDeployPort, 'getDeployments' | 'getAppSpec'> {
  return {
    async getDeployments(ids) {
      const infos: DeploymentInfo[] = [];
      for (let from = 0; from < ids.length; from += BATCH) {
        const deploymentIds = ids.slice(from, from + BATCH);
        const command = new BatchGetDeploymentsCommand({ deploymentIds });
        const answer = await send(called('BatchGetDeployments', deploymentIds.join(', ')), () => client.send(command));
        infos.push(...(answer.deploymentsInfo ?? []));
      }
      return infos;
    },
    async getAppSpec(applicationName, sha256) {
      const revision = { revisionType: 'AppSpecContent', appSpecContent: { sha256 } } as const;
      const command = new GetApplicationRevisionCommand({ applicationName, revision });
      try {
        const answer = await send(called('GetApplicationRevision', applicationName), () => client.send(command));
        return answer.revision?.appSpecContent?.content ?? null;
      } catch (error) {
        if (error instanceof AwsCallError && error.code === 'RevisionDoesNotExistException') return null;
        throw error;
      }
    },
  };
}
