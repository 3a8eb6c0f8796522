import { CreateDeploymentCommand, type CreateDeploymentCommandInput } from '@aws-sdk/client-codedeploy';
import { type Rig } from './rig.ts';

/** A deployment of the same group that is not the step's. */
export function anothersInput({ stack }: Rig, description: string): CreateDeploymentCommandInput {
  const info = { ContainerName: 'app', ContainerPort: 8080 };
  const properties = { TaskDefinition: stack.taskDefinition, LoadBalancerInfo: info };
  const resource = { TargetService: { Type: 'AWS::ECS::Service', Properties: properties } };
  const content = JSON.stringify({ version: 0, Resources: [resource] });
  return {
    applicationName: stack.application,
    deploymentGroupName: stack.group,
    description,
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
  };
}

export async function startAnother(rig: Rig, description: string): Promise<string> {
  const answer = await rig.clients.codedeploy.send(new CreateDeploymentCommand(anothersInput(rig, description)));
  return answer.deploymentId ?? '';
}
