import { type Deployment, type DeploymentGroup } from '../../world/codedeploy.ts';
import { type World } from '../../world/world.ts';

function moved(deployment: Deployment, to: Partial<Pick<DeploymentGroup, 'application' | 'name'>>): void {
  deployment.options = { ...deployment.options, ...to };
  deployment.application = deployment.options.application;
  deployment.group = deployment.options.name;
}

/** An application's groups and deployments go by its new name. */
export function renameApplication(world: World, from: string, to: string): void {
  const { applications, deployments } = world.codedeploy;
  const application = applications.get(from);
  if (!application || from === to) return;
  applications.delete(from);
  applications.set(to, application);
  application.name = to;
  for (const group of application.groups.values()) group.application = to;
  for (const deployment of deployments.values())
    if (deployment.application === from) moved(deployment, { application: to });
}

export function renameGroup(world: World, applicationName: string, from: string, to: string): void {
  const { applications, deployments } = world.codedeploy;
  const groups = applications.get(applicationName)?.groups;
  const group = groups?.get(from);
  if (!groups || !group || from === to) return;
  groups.delete(from);
  groups.set(to, group);
  group.name = to;
  for (const deployment of deployments.values()) {
    if (deployment.application === applicationName && deployment.group === from) moved(deployment, { name: to });
  }
}
