/** A sandbox on a stepped clock with one load balancer, a pair of target groups, a service and a deployment group. */
import { type CreateDeploymentGroupInput, type CreateDeploymentInput } from '@aws-sdk/client-codedeploy';

import { steppedClock } from '../../../sandbox/clock.ts';
import { createTaskSet } from '../../../sandbox/ecs/task-sets.ts';
import { type HookRunner } from '../../../sandbox/hooks/runner.ts';
import { seededRandom } from '../../../sandbox/ids.ts';
import { type Operation, type Sandbox } from '../../../sandbox/operation.ts';
import { codedeployOperations } from '../../../sandbox/operations/codedeploy/index.ts';
import { createDeployment } from '../../../sandbox/operations/codedeploy/CreateDeployment.ts';
import { defaultHealthCheck } from '../../../sandbox/operations/elb/health-check.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';
import { defaultSettings, type Settings } from '../../../sandbox/settings.ts';
import { trafficWeight } from '../../../sandbox/lifecycle/traffic.ts';
import { type Deployment } from '../../../sandbox/world/codedeploy.ts';
import { type Service } from '../../../sandbox/world/ecs.ts';
import { createWorld, type World } from '../../../sandbox/world/world.ts';

export const minute = 60_000;
const ecs = 'arn:aws:ecs:eu-west-1:123456789012';
const elb = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';
export const listeners = { prod: `${elb}:listener/app/web/1/80`, test: `${elb}:listener/app/web/1/90` };
export const groups = { one: `${elb}:targetgroup/one/1`, two: `${elb}:targetgroup/two/2` };
const binding = { targetGroupArn: groups.one, containerName: 'app', containerPort: 8080 };
const forward = (TargetGroupArn: string) => ({
  Type: 'forward' as const,
  ForwardConfig: { TargetGroups: [{ TargetGroupArn, Weight: 1 }] },
});

function addBalancer(world: World, type: 'application' | 'network'): void {
  const arn = `${elb}:loadbalancer/app/web/1`;
  const balancer = {
    arn,
    name: 'web',
    dnsName: 'web',
    type,
    scheme: 'internal',
    vpcId: 'vpc-1',
    createdAt: 0,
    attributes: new Map<string, string>(),
  } as const;
  world.elb.loadBalancers.set(arn, balancer);
  for (const [name, group] of Object.entries(groups)) {
    const shape = { port: 80, protocol: 'HTTP', vpcId: 'vpc-1', targetType: 'ip' } as const;
    const more = { healthCheck: defaultHealthCheck('HTTP'), attributes: new Map() };
    world.elb.targetGroups.set(group, { arn: group, name, ...shape, ...more });
  }
  for (const [port, listener] of Object.values(listeners).entries()) {
    const actions = [forward(groups.one)];
    world.elb.listeners.set(listener, { arn: listener, loadBalancerArn: arn, port, protocol: 'HTTP', actions });
  }
}

export function addDefinition(world: World, revision: number, image: string): string {
  const arn = `${ecs}:task-definition/web:${revision}`;
  const body = { family: 'web', containerDefinitions: [{ name: 'app', image }] };
  const facts = { tags: [], registeredAt: 0, status: 'ACTIVE' } as const;
  world.ecs.taskDefinitions.set(arn, { arn, family: 'web', revision, body, ...facts });
  return arn;
}

function addService(sandbox: Sandbox, desiredCount: number): Service {
  const { world } = sandbox;
  const clusterArn = `${ecs}:cluster/main`;
  world.ecs.clusters.set(clusterArn, { arn: clusterArn, name: 'main', tags: [], status: 'ACTIVE' });
  const taskDefinition = addDefinition(world, 1, 'app:1');
  const arn = `${ecs}:service/main/web`;
  const service: Service = {
    arn,
    name: 'web',
    clusterArn,
    controller: 'CODE_DEPLOY',
    createdAt: 0,
    tags: [],
    status: 'ACTIVE',
    desiredCount,
    healthCheckGracePeriodSeconds: 0,
    taskDefinition,
    taskSets: [],
    events: [],
  };
  world.ecs.services.set(arn, service);
  createTaskSet(sandbox, service, {
    taskDefinition,
    loadBalancer: binding,
    network: null,
    capacityProviders: [],
    launchType: 'FARGATE',
    platformVersion: '1.4.0',
    externalId: null,
    status: 'PRIMARY',
  });
  return service;
}

export interface RigOptions {
  readonly settings?: Partial<Settings>;
  readonly group?: Partial<CreateDeploymentGroupInput>;
  readonly config?: string;
  readonly testListener?: boolean;
  readonly ready?: number;
  readonly terminationWait?: number;
  readonly rollback?: boolean;
  readonly alarms?: readonly string[];
  readonly balancer?: 'application' | 'network';
  readonly desiredCount?: number;
  readonly hooks?: HookRunner;
}

export const groupInput = (options: RigOptions): CreateDeploymentGroupInput => ({
  applicationName: 'app',
  deploymentGroupName: 'group',
  serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
  deploymentConfigName: options.config ?? 'CodeDeployDefault.ECSAllAtOnce',
  deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
  blueGreenDeploymentConfiguration: {
    terminateBlueInstancesOnDeploymentSuccess: {
      action: 'TERMINATE',
      terminationWaitTimeInMinutes: options.terminationWait ?? 5,
    },
    deploymentReadyOption:
      options.ready === undefined
        ? { actionOnTimeout: 'CONTINUE_DEPLOYMENT' }
        : { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: options.ready },
  },
  ecsServices: [{ serviceName: 'web', clusterName: 'main' }],
  loadBalancerInfo: {
    targetGroupPairInfoList: [
      {
        targetGroups: [{ name: 'one' }, { name: 'two' }],
        prodTrafficRoute: { listenerArns: [listeners.prod] },
        ...(options.testListener !== false && { testTrafficRoute: { listenerArns: [listeners.test] } }),
      },
    ],
  },
  autoRollbackConfiguration: {
    enabled: options.rollback ?? true,
    events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
  },
  alarmConfiguration: {
    enabled: options.alarms !== undefined,
    alarms: (options.alarms ?? []).map((name) => ({ name })),
  },
  ...options.group,
});

export function appSpec(taskDefinition: string, hooks: Record<string, string> = {}): string {
  return JSON.stringify({
    version: 0.0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: taskDefinition,
            LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
          },
        },
      },
    ],
    Hooks: Object.entries(hooks).map(([event, lambda]) => ({ [event]: lambda })),
  });
}

export function rig(options: RigOptions = {}) {
  const clock = steppedClock();
  const world = createWorld({ account: '123456789012', region: 'eu-west-1' });
  const settings = { ...defaultSettings, ...options.settings };
  const sandbox = createSandbox({
    world,
    clock,
    settings,
    random: seededRandom(7),
    ...(options.hooks && { hooks: options.hooks }),
  });
  addBalancer(world, options.balancer ?? 'application');
  const service = addService(sandbox, options.desiredCount ?? 2);
  clock.advance(minute);

  const call = (operation: string, input: object): unknown => {
    const known: Operation | undefined = codedeployOperations[operation];
    if (!known) throw new Error(`There is no operation ${operation}.`);
    return known.handle(input, sandbox, {});
  };
  call('CreateApplication', { applicationName: 'app', computePlatform: 'ECS' });
  call('CreateDeploymentGroup', groupInput(options));
  const find = (id: string | undefined): Deployment => {
    const deployment = world.codedeploy.deployments.get(id ?? '');
    if (!deployment) throw new Error(`There is no deployment ${String(id)}.`);
    return deployment;
  };
  let revision = 1;
  const deploy = (more: { image?: string; hooks?: Record<string, string> } & Partial<CreateDeploymentInput> = {}) => {
    const { image = 'app:2', hooks, ...input } = more;
    revision += 1;
    const content = appSpec(addDefinition(world, revision, image), hooks);
    const location = { revisionType: 'AppSpecContent', appSpecContent: { content } } as const;
    const made = createDeployment.handle(
      { applicationName: 'app', deploymentGroupName: 'group', revision: location, ...input },
      sandbox,
      {},
    );
    if (made instanceof Promise) throw new Error('CreateDeployment must not wait.');
    return find(made.deploymentId);
  };
  /** Moves time on until the deployment is in that phase. */
  const until = (deployment: Deployment, phase: Deployment['phase']): void => {
    for (let step = 0; deployment.phase !== phase; step += 1) {
      if (step > 60_000) throw new Error(`${deployment.id} is in ${deployment.phase} and never in ${phase}.`);
      clock.advance(100);
    }
  };
  /** Percent of a listener's traffic that goes to a target group. */
  const weight = (listener: keyof typeof listeners, group: keyof typeof groups): number =>
    trafficWeight(world, listeners[listener], { blue: groups.one, green: groups.two }, groups[group]);
  const primary = () => service.taskSets.find((taskSet) => taskSet.status === 'PRIMARY');
  return { sandbox, world, clock, service, call, find, deploy, until, weight, primary };
}

export type Rig = ReturnType<typeof rig>;
