import { deploymentId } from '../ids.ts';
import { type Sandbox } from '../operation.ts';
import { type Deployment, type DeploymentGroup } from '../world/codedeploy.ts';
import { isOver } from './table.ts';

export type DeploymentSpec = Pick<Deployment, 'configName' | 'description' | 'creator' | 'revision' | 'events'> & {
  readonly options: Readonly<DeploymentGroup>;
};

/** Puts a deployment into the world. It stands still until `startDeployment`. */
export function createDeployment(sandbox: Sandbox, spec: DeploymentSpec): Deployment {
  const { world, clock, random, settings } = sandbox;
  const deployment: Deployment = {
    ...spec,
    id: deploymentId(random),
    application: spec.options.application,
    group: spec.options.name,
    createdAt: clock.now(),
    phase: 'Created',
    turn: 0,
    readyWaitAfter: settings.readyWaitAfter,
    stopping: null,
    scaling: null,
    hook: null,
    blueGroup: null,
    greenGroup: null,
    taskSets: [],
    blue: null,
    green: null,
    status: 'Created',
    targetStatus: 'Pending',
    startedAt: null,
    completedAt: null,
    error: null,
    rollback: null,
    terminationWait: false,
  };
  world.codedeploy.deployments.set(deployment.id, deployment);
  return deployment;
}

/** The group's deployments, newest first. */
export function deploymentsOf(sandbox: Sandbox, application: string, group: string): Deployment[] {
  return [...sandbox.world.codedeploy.deployments.values()]
    .filter((deployment) => deployment.application === application && deployment.group === group)
    .reverse();
}

/** The one deployment of the group that has not ended, if there is one. */
export function activeDeployment(sandbox: Sandbox, application: string, group: string): Deployment | undefined {
  return deploymentsOf(sandbox, application, group).find((deployment) => !isOver(deployment.phase));
}
