import { CreateDeploymentCommand, type CreateDeploymentCommandInput } from '@aws-sdk/client-codedeploy';
import { type ContainerDefinition, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { type Clients } from '../../scripts/rehearsal/clients.ts';
import { type Stack } from '../../scripts/rehearsal/stack.ts';

type Deployed = Pick<Stack, 'application' | 'group' | 'service'>;

/** Registers a revision with that image and starts a deployment of it; gives back its id. */
export async function deployImage(
  { ecs, codedeploy }: Clients,
  { application, group, service }: Deployed,
  image: string,
  more: { container?: Partial<ContainerDefinition>; deployment?: Partial<CreateDeploymentCommandInput> } = {},
): Promise<string> {
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: service,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [{ name: 'app', image, portMappings: [{ containerPort: 8080 }], ...more.container }],
    }),
  );
  const Properties = {
    TaskDefinition: taskDefinition?.taskDefinitionArn,
    LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
  };
  const content = JSON.stringify({
    version: 0.0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties } }],
  });
  const { deploymentId = '' } = await codedeploy.send(
    new CreateDeploymentCommand({
      applicationName: application,
      deploymentGroupName: group,
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
      ...more.deployment,
    }),
  );
  return deploymentId;
}
