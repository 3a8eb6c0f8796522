import { setTimeout as sleep } from 'node:timers/promises';
import {
  ContinueDeploymentCommand,
  CreateDeploymentCommand,
  type CreateDeploymentCommandInput,
  StopDeploymentCommand,
} from '@aws-sdk/client-codedeploy';
import { type Deployment, type Phase } from '../../sandbox/world/codedeploy.ts';
import { type Rig } from './rig.ts';

type More = Partial<CreateDeploymentCommandInput>;

/** A deployment of the same group that is not the step's. */
export function anothersInput({ stack }: Rig, description: string, more: More = {}): CreateDeploymentCommandInput {
  const info = { ContainerName: 'app', ContainerPort: 8080 };
  const properties = { TaskDefinition: stack.taskDefinition, LoadBalancerInfo: info };
  const resource = { TargetService: { Type: 'AWS::ECS::Service', Properties: properties } };
  const content = JSON.stringify({ version: 0, Resources: [resource] });
  return {
    applicationName: stack.application,
    deploymentGroupName: stack.group,
    description,
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
    ...more,
  };
}

export async function startAnother(rig: Rig, description: string, more: More = {}): Promise<string> {
  const answer = await rig.clients.codedeploy.send(new CreateDeploymentCommand(anothersInput(rig, description, more)));
  return answer.deploymentId ?? '';
}

/** What a second client does to a deployment. */
export async function go(
  { clients }: Rig,
  deploymentId: string,
  deploymentWaitType: 'READY_WAIT' | 'TERMINATION_WAIT',
): Promise<void> {
  await clients.codedeploy.send(new ContinueDeploymentCommand({ deploymentId, deploymentWaitType }));
}

export async function stop({ clients }: Rig, deploymentId: string): Promise<void> {
  await clients.codedeploy.send(new StopDeploymentCommand({ deploymentId, autoRollbackEnabled: true }));
}

/** As the sandbox itself holds it. */
export function deploymentOf({ sandbox }: Rig, id: string): Deployment {
  const found = sandbox.world.codedeploy.deployments.get(id);
  if (found === undefined) throw new Error(`There is no deployment ${id}.`);
  return found;
}

/** Resolves when the deployment is in that phase. */
export async function inPhase(rig: Rig, id: string, phase: Phase): Promise<void> {
  while (deploymentOf(rig, id).phase !== phase) await sleep(5);
}

/** All deployments of the account, oldest first. */
export function deploymentsOf({ sandbox }: Rig): readonly Deployment[] {
  return [...sandbox.world.codedeploy.deployments.values()];
}
