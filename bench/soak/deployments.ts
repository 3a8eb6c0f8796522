/** Deployments as a client makes them, one after the other. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateDeploymentCommand, GetDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { type Clients } from '../../scripts/rehearsal/clients.ts';
import { type Stack } from '../../scripts/rehearsal/stack.ts';
import { givenImage } from '../given-files.ts';

export interface Account {
  readonly clients: Clients;
  readonly stack: Stack;
}

/** Resolves to how many of them did not succeed. */
export async function deployAll(account: Account, count: number): Promise<number> {
  let unsuccessful = 0;
  for (let number = 1; number <= count; number += 1) {
    const deploymentId = await deploy(account, await register(account, number));
    if ((await ended(account, deploymentId)) !== 'Succeeded') unsuccessful += 1;
  }
  return unsuccessful;
}

async function register({ clients, stack }: Account, number: number): Promise<string> {
  const { service, repository } = stack;
  const { taskDefinition } = await clients.ecs.send(
    new RegisterTaskDefinitionCommand({
      family: service,
      networkMode: 'awsvpc',
      containerDefinitions: [
        {
          name: 'app',
          image: givenImage(repository, number),
          portMappings: [{ containerPort: 8080 }],
          memory: 64,
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': `/ecs/${service}`,
              'awslogs-region': 'eu-west-1',
              'awslogs-stream-prefix': 'app',
            },
          },
        },
      ],
    }),
  );
  return taskDefinition?.taskDefinitionArn ?? '';
}

async function deploy({ clients, stack }: Account, taskDefinition: string): Promise<string | undefined> {
  const content = JSON.stringify(appSpec(taskDefinition));
  const { deploymentId } = await clients.codedeploy.send(
    new CreateDeploymentCommand({
      applicationName: stack.application,
      deploymentGroupName: stack.group,
      revision: {
        revisionType: 'AppSpecContent',
        appSpecContent: { content, sha256: createHash('sha256').update(content).digest('hex') },
      },
    }),
  );
  return deploymentId;
}

const appSpec = (TaskDefinition: string) => ({
  version: 0,
  Resources: [
    {
      TargetService: {
        Type: 'AWS::ECS::Service',
        Properties: { TaskDefinition, LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 } },
      },
    },
  ],
});

async function ended({ clients }: Account, deploymentId: string | undefined): Promise<string> {
  for (;;) {
    const { deploymentInfo } = await clients.codedeploy.send(new GetDeploymentCommand({ deploymentId }));
    const status = deploymentInfo?.status ?? '';
    if (['Succeeded', 'Failed', 'Stopped'].includes(status)) return status;
    await sleep(10);
  }
}
