/** One service as the page shows it: its listeners, target groups, task sets and deployments. */
import { findService } from '../ecs/services.ts';
import { deploymentsOf } from '../lifecycle/deployment.ts';
import { targetGroupByName } from '../lifecycle/target-groups.ts';
import { trafficWeight } from '../lifecycle/traffic.ts';
import { type Sandbox } from '../operation.ts';
import { type Deployment, type DeploymentGroup } from '../world/codedeploy.ts';
import { type Service } from '../world/ecs.ts';
import { deploymentView, revisionName } from './deployment-view.ts';
import { stoppedViews, taskSetView } from './tasks-view.ts';
import { type GroupView, type ListenerView, type ServiceView } from './view-types.ts';

export const MOST_EVENTS = 60;
export const MOST_DEPLOYMENTS = 12;
/** Of so many the colours are kept: more than a fast clock ends in the five minutes that the chart shows. */
const MOST_COLOURED = 100;

/** Deployment groups by the ARNs of their services; a service has one at most. */
export function groupsByService({ world }: Sandbox): Map<string, DeploymentGroup> {
  const groups = [...world.codedeploy.applications.values()].flatMap((application) => [...application.groups.values()]);
  return new Map(
    groups.flatMap((group) => {
      const service = findService(world, group.cluster, group.service);
      return service ? [[service.arn, group] as const] : [];
    }),
  );
}

export const groupOfService = (sandbox: Sandbox, service: Service): DeploymentGroup | undefined =>
  groupsByService(sandbox).get(service.arn);

/** ARNs of the target groups to draw: the deployment group's pair, or those that the task sets use. */
function groupArns({ world }: Sandbox, service: Service, group: DeploymentGroup | undefined): string[] {
  const pair = group?.targetGroups.map((name) => targetGroupByName(world, name)?.arn) ?? [];
  const used = service.taskSets.map(({ loadBalancer }) => loadBalancer.targetGroupArn);
  return [...new Set([...pair, ...used].filter((arn) => arn !== undefined))].filter((arn) => arn !== '');
}

function groupView({ world }: Sandbox, arn: string, index: number): GroupView {
  const slots = ['blue', 'green'] as const;
  return { arn, name: world.elb.targetGroups.get(arn)?.name ?? arn, slot: slots[index] ?? 'other' };
}

function listenerArns({ world }: Sandbox, groups: readonly string[], group: DeploymentGroup | undefined): string[] {
  if (group) return [group.prodListenerArn, group.testListenerArn].filter((arn) => arn !== null);
  const names = (actions: unknown): boolean => groups.some((arn) => JSON.stringify(actions).includes(arn));
  return [...world.elb.listeners.values()].filter(({ actions }) => names(actions)).map(({ arn }) => arn);
}

function listenerView(
  sandbox: Sandbox,
  arn: string,
  groups: readonly string[],
  deploys: DeploymentGroup | undefined,
): ListenerView[] {
  const listener = sandbox.world.elb.listeners.get(arn);
  if (!listener) return [];
  const [blue = '', green = blue] = groups;
  const endpoint = sandbox.balancer.endpoint(arn);
  const role = deploys === undefined ? 'other' : arn === deploys.prodListenerArn ? 'production' : 'test';
  const weights = groups.map((each) => [each, Math.round(trafficWeight(sandbox.world, arn, { blue, green }, each))]);
  return [
    {
      arn,
      role,
      port: listener.port,
      protocol: listener.protocol,
      url: endpoint && `http://${endpoint.host}:${endpoint.port}/`,
      weights: Object.fromEntries(weights) as Record<string, number>, // The pairs are of a name and a number.
    },
  ];
}

/** Which target group a revision's tasks are or were in: for the colour of its traffic. Newer ones come last. */
function revisionGroups(
  sandbox: Sandbox,
  service: Service,
  deployments: readonly Deployment[],
): Record<string, string> {
  const groups = new Map([...sandbox.world.elb.targetGroups.values()].map(({ name, arn }) => [name, arn] as const));
  const made = deployments
    .slice(0, MOST_COLOURED)
    .reverse()
    .flatMap(({ taskSets }) => taskSets)
    .map((set) => [revisionName(set.taskDefinition), groups.get(set.targetGroup)]);
  const live = service.taskSets.map((set) => [revisionName(set.taskDefinition), set.loadBalancer.targetGroupArn]);
  return Object.fromEntries([...made, ...live].filter(([name, arn]) => name !== '' && arn !== undefined)) as Record<
    string,
    string
  >;
}

export function serviceView(sandbox: Sandbox, service: Service): ServiceView {
  const group = groupOfService(sandbox, service);
  const groups = groupArns(sandbox, service, group);
  const tasks = [...sandbox.world.ecs.tasks.values()].filter(({ serviceArn }) => serviceArn === service.arn);
  const deployments = group ? deploymentsOf(sandbox, group.application, group.name) : [];
  const shown = deployments.slice(0, MOST_DEPLOYMENTS);
  return {
    arn: service.arn,
    name: service.name,
    cluster: service.clusterArn.split('/').at(-1) ?? '',
    status: service.status,
    controller: service.controller,
    desired: service.desiredCount,
    deployable: group !== undefined && service.status === 'ACTIVE',
    listeners: listenerArns(sandbox, groups, group).flatMap((arn) => listenerView(sandbox, arn, groups, group)),
    groups: groups.map((arn, index) => groupView(sandbox, arn, index)),
    taskSets: service.taskSets.map((set) => taskSetView(sandbox, service, set, tasks)),
    stopped: stoppedViews(sandbox, tasks),
    events: service.events
      .slice(0, MOST_EVENTS)
      .map(({ id, createdAt, message }) => ({ id, at: createdAt, message: message.slice(0, 1_000) })),
    deployments: shown.map((deployment) => deploymentView(sandbox, service, deployment)),
    deploymentsLeftOut: deployments.length - shown.length,
    groupOf: revisionGroups(sandbox, service, deployments),
  };
}
