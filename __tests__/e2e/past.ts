/** A service with a past: revisions that were deployed before the step runs. */
import { CreateDeploymentCommand, StopDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { RegisterTaskDefinitionCommand, type RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Deployment, type DeploymentGroup, type Phase } from '../../sandbox/world/codedeploy.ts';
import { describeDeployment, type Purpose } from '../../src/engine/codedeploy/describe.ts';
import { type Rig } from './rig.ts';

type Container = NonNullable<RegisterTaskDefinitionCommandInput['containerDefinitions']>[number];

/** Registers another revision of the family with this image; resolves to its ARN. */
export async function register(rig: Rig, image: string, container: Partial<Container> = {}): Promise<string> {
  const first = rig.body('web:1') as unknown as RegisterTaskDefinitionCommandInput;
  const [app] = first.containerDefinitions ?? [];
  const containerDefinitions = [{ ...app, image, ...container }];
  const answer = await rig.clients.ecs.send(new RegisterTaskDefinitionCommand({ ...first, containerDefinitions }));
  return answer.taskDefinition?.taskDefinitionArn ?? '';
}

export interface Begun {
  readonly kind?: Purpose;
  /** `family:revision`; null: a description that is not this action's. */
  readonly from?: string | null;
  readonly commit?: string;
  readonly hooks?: readonly Record<string, string>[];
}

export function appspecOf(definition: string, hooks: Begun['hooks'] = []): string {
  const info = { ContainerName: 'app', ContainerPort: 8080 };
  const properties = { TaskDefinition: definition, LoadBalancerInfo: info };
  const resource = { TargetService: { Type: 'AWS::ECS::Service', Properties: properties } };
  return JSON.stringify({ version: 0, Resources: [resource], ...(hooks.length > 0 && { Hooks: hooks }) });
}

/** Starts a deployment of the revision, as an earlier run of this action does; resolves to its id. */
export async function begin(rig: Rig, definition: string, begun: Begun = {}): Promise<string> {
  const { kind = 'deploy', from = 'web:1', commit = '', hooks } = begun;
  const marker = 'ecs-blue-green:octo-org/shop:6000000001.1:deploy';
  const parts = { kind, marker, to: definition, commit, actor: 'hubot', text: '' };
  const description = from === null ? 'by hand' : describeDeployment({ ...parts, from });
  const content = appspecOf(definition, hooks);
  const answer = await rig.clients.codedeploy.send(
    new CreateDeploymentCommand({
      applicationName: rig.stack.application,
      deploymentGroupName: rig.stack.group,
      description,
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
    }),
  );
  return answer.deploymentId ?? '';
}

export function deploymentOf({ sandbox }: Rig, id: string | undefined): Deployment {
  const found = sandbox.world.codedeploy.deployments.get(id ?? '');
  if (found === undefined) throw new Error(`There is no deployment ${id ?? ''}.`);
  return found;
}

const LIMIT_LOOKS = 3_000;

/** Looks again and again until it is so; what does not come about in half a minute is told. */
async function until(what: () => string, isSo: () => boolean): Promise<void> {
  for (let looks = 0; !isSo(); looks += 1) {
    if (looks === LIMIT_LOOKS) throw new Error(`It did not come to ${what()}.`);
    await sleep(10);
  }
}

/** Resolves when the deployment is in this phase. */
export async function inPhase(rig: Rig, id: string, phase: Phase): Promise<void> {
  const told = (): string => `${phase}: deployment ${id} is in ${deploymentOf(rig, id).phase}`;
  await until(told, () => deploymentOf(rig, id).phase === phase);
}

/** A deployment that has succeeded, with its original task set gone; as quick as can be, whatever the group waits for. */
export async function deployed(rig: Rig, definition: string, begun: Begun = {}): Promise<string> {
  const group = groupOf(rig);
  const { terminationWaitMinutes, ready, configName } = group;
  const configured = { terminationWaitMinutes, ready, configName };
  Object.assign(group, {
    terminationWaitMinutes: 0,
    ready: { action: 'CONTINUE_DEPLOYMENT', waitMinutes: 0 },
    configName: 'CodeDeployDefault.ECSAllAtOnce',
  } satisfies typeof configured);
  const id = await begin(rig, definition, begun);
  Object.assign(group, configured);
  await inPhase(rig, id, 'Succeeded');
  return id;
}

/** One that was stopped before its shift, and taken back. */
export async function stoppedOne(rig: Rig, definition: string, begun: Begun = {}): Promise<string> {
  const id = await begin(rig, definition, begun);
  await inPhase(rig, id, 'Install');
  await rig.clients.codedeploy.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: true }));
  await inPhase(rig, id, 'Stopped');
  await allOver(rig);
  return id;
}

export async function allOver({ sandbox }: Rig): Promise<void> {
  const { deployments } = sandbox.world.codedeploy;
  const over = (): boolean => [...deployments.values()].every(({ completedAt }) => completedAt !== null);
  await until(() => 'the end of all deployments', over);
}

/** The group itself: what is changed in it holds for the deployments that begin from then on. */
export function groupOf({ sandbox, stack }: Rig): DeploymentGroup {
  const group = sandbox.world.codedeploy.applications.get(stack.application)?.groups.get(stack.group);
  if (group === undefined) throw new Error('The deployment group is gone.');
  return group;
}

export const ROLLBACK = { mode: 'rollback' } as const;

/** An image of a registry that nobody asks. */
export const image = (tag: string): string => `registry.example.com/shop/web:${tag}`;
