import {
  CodeDeployClient,
  CreateDeploymentCommand,
  DeploymentNotStartedException,
  GetDeploymentCommand,
  GetDeploymentConfigCommand,
  GetDeploymentGroupCommand,
  GetDeploymentTargetCommand,
  ListDeploymentsCommand,
  type ListDeploymentsCommandInput,
} from '@aws-sdk/client-codedeploy';
import { type CodeDeployPort, type Retry } from './aws.ts';
import { called } from './codedeploy-call.ts';
import { deploymentControls } from './codedeploy-controls.ts';
import { historyReads } from './codedeploy-history.ts';
import { clientConfig, type ClientSettings } from './config.ts';
import { send } from './send.ts';

export function codeDeployPort(settings: ClientSettings): CodeDeployPort {
  const client = new CodeDeployClient(clientConfig(settings));
  // On the connections of the first: a call that must not be repeated need not wait for a new one.
  const { requestHandler } = client.config;
  const once = new CodeDeployClient({ ...clientConfig(settings, 1), requestHandler });
  const by = (retry: Retry = 'default'): CodeDeployClient => (retry === 'none' ? once : client);
  return {
    ...groupReads(client),
    async getDeployment(id, retry) {
      const answer = await send(called('GetDeployment', id), () =>
        by(retry).send(new GetDeploymentCommand({ deploymentId: id })),
      );
      return answer.deploymentInfo ?? {};
    },
    getEcsTarget: (id, target, retry) => getEcsTarget(by(retry), id, target),
    async createDeployment(input) {
      const on = `${input.applicationName ?? ''}/${input.deploymentGroupName ?? ''}`;
      return send(called('CreateDeployment', on), async () => {
        const { deploymentId } = await once.send(new CreateDeploymentCommand(input));
        if (deploymentId === undefined) throw new Error('the answer names no deployment');
        return deploymentId;
      });
    },
    listDeployments: (application, group, since) => listDeployments(client, application, group, since),
    ...historyReads(client),
    ...deploymentControls(client),
  };
}

function groupReads(client: CodeDeployClient): Pick<CodeDeployPort, 'getDeploymentGroup' | 'getDeploymentConfig'> {
  return {
    async getDeploymentGroup(applicationName, deploymentGroupName) {
      const command = new GetDeploymentGroupCommand({ applicationName, deploymentGroupName });
      const call = called('GetDeploymentGroup', `${applicationName}/${deploymentGroupName}`);
      return (await send(call, () => client.send(command))).deploymentGroupInfo ?? {};
    },
    async getDeploymentConfig(name) {
      const command = new GetDeploymentConfigCommand({ deploymentConfigName: name });
      return (await send(called('GetDeploymentConfig', name), () => client.send(command))).deploymentConfigInfo ?? {};
    },
  };
}

async function getEcsTarget(
  client: CodeDeployClient,
  id: string,
  targetId: string,
): ReturnType<CodeDeployPort['getEcsTarget']> {
  return send(called('GetDeploymentTarget', `${id}, ${targetId}`), async () => {
    try {
      const answer = await client.send(new GetDeploymentTargetCommand({ deploymentId: id, targetId }));
      return answer.deploymentTarget?.ecsTarget ?? null;
    } catch (error) {
      if (error instanceof DeploymentNotStartedException) return null;
      throw error;
    }
  });
}

async function listDeployments(
  client: CodeDeployClient,
  applicationName: string,
  deploymentGroupName: string,
  since: number | null,
): Promise<string[]> {
  const ids: string[] = [];
  let nextToken: string | undefined;
  do {
    const input: ListDeploymentsCommandInput = {
      applicationName,
      deploymentGroupName,
      ...(since === null ? {} : { createTimeRange: { start: new Date(since) } }),
      nextToken,
    };
    const answer = await send(called('ListDeployments', `${applicationName}/${deploymentGroupName}`), () =>
      client.send(new ListDeploymentsCommand(input)),
    );
    ids.push(...(answer.deployments ?? []));
    nextToken = answer.nextToken;
  } while (nextToken !== undefined && nextToken !== '');
  return ids;
}
