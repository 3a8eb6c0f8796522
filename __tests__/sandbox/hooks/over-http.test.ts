/** A hook's command that talks back over HTTP, while `POST /_sandbox/advance` waits for it. */
import { GetDeploymentCommand, GetDeploymentTargetCommand, CreateDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type HookCommand } from '../../../sandbox/hooks/command.ts';
import { type Clients, clientsFor } from '../../../scripts/rehearsal/clients.ts';
import { putUpStack, type Stack } from '../../../scripts/rehearsal/stack.ts';
import { type Account, control, startAccount } from '../account.ts';

let account: Account | undefined;
afterEach(() => account?.close());

/** Calls back with that status, and ends with that code. */
const callsBack = (status: string, exitCode: number): HookCommand => ({
  command: [
    process.execPath,
    '-e',
    `const { AWS_ENDPOINT_URL, DEPLOYMENT_ID, LIFECYCLE_EVENT_HOOK_EXECUTION_ID } = process.env;
     fetch(AWS_ENDPOINT_URL, { method: 'POST',
       headers: { authorization: 'AWS4', 'x-amz-target': 'CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus' },
       body: JSON.stringify({ deploymentId: DEPLOYMENT_ID, status: '${status}',
         lifecycleEventHookExecutionId: LIFECYCLE_EVENT_HOOK_EXECUTION_ID }) })
       .then(async (answer) => { console.log(answer.status, await answer.text()); process.exit(${exitCode}); });`,
  ],
  timeoutMs: 30_000,
});

async function deploy(clients: Clients, stack: Stack): Promise<string> {
  const properties = {
    TaskDefinition: stack.taskDefinition,
    LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
  };
  const content = JSON.stringify({
    version: 0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
    Hooks: [{ AfterAllowTestTraffic: 'check' }],
  });
  const made = await clients.codedeploy.send(
    new CreateDeploymentCommand({
      applicationName: stack.application,
      deploymentGroupName: stack.group,
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
    }),
  );
  return made.deploymentId ?? '';
}

describe('a command that calls PutLifecycleEventHookExecutionStatus', () => {
  test.each([
    ['Succeeded', 1, 'InProgress', 'Succeeded'],
    ['Failed', 0, 'Failed', 'Failed'],
  ] as const)('%s goes before its exit code %d', async (status, exitCode, deploymentStatus, eventStatus) => {
    account = await startAccount({ hooks: new Map([['check', callsBack(status, exitCode)]]) });
    const { url } = account;
    const clients = clientsFor(url);
    const stack = await putUpStack(clients);
    await control(url, 'POST', 'advance', { ms: 60_000 });
    const deploymentId = await deploy(clients, stack);
    const [advanced] = await control(url, 'POST', 'advance', { ms: 60_000 });
    expect(advanced).toBe(200);
    const { deploymentInfo } = await clients.codedeploy.send(new GetDeploymentCommand({ deploymentId }));
    expect(deploymentInfo?.status).toBe(deploymentStatus);
    const targetId = `${stack.cluster}:${stack.service}`;
    const { deploymentTarget } = await clients.codedeploy.send(
      new GetDeploymentTargetCommand({ deploymentId, targetId }),
    );
    const event = deploymentTarget?.ecsTarget?.lifecycleEvents?.find(
      ({ lifecycleEventName }) => lifecycleEventName === 'AfterAllowTestTraffic',
    );
    expect(event).toMatchObject({
      status: eventStatus,
      diagnostics: { scriptName: 'check', logTail: expect.stringContaining('200 {"lifecycleEventHookExecutionId"') },
    });
  });
});
