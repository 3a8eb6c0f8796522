/** Turns what CreateDeploymentGroup and UpdateDeploymentGroup take into members of a `DeploymentGroup`. */
import {
  type AlarmConfiguration,
  type AutoRollbackConfiguration,
  type BlueGreenDeploymentConfiguration,
  type ECSService,
  type LoadBalancerInfo,
} from '@aws-sdk/client-codedeploy';

import { AwsError } from '../../operation.ts';
import { type Settings } from '../../settings.ts';
import { type DeploymentGroup, type RollbackEvent } from '../../world/codedeploy.ts';
import { type World } from '../../world/world.ts';
import { findService } from '../../ecs/services.ts';
import { findConfig } from '../../lifecycle/configs.ts';
import { targetGroupByName } from '../../lifecycle/target-groups.ts';

/** CodeDeploy API: BlueInstanceTerminationOption, at most two days. */
const LONGEST_TERMINATION_WAIT = 2_880;

export function readAlarms(input: AlarmConfiguration): Pick<DeploymentGroup, 'alarms' | 'alarmsEnabled'> {
  const alarms = (input.alarms ?? []).map((alarm) => alarm.name ?? '');
  if (alarms.length > 10) throw new AwsError('AlarmsLimitExceededException', 'At most 10 alarms are allowed');
  if (alarms.includes('')) throw new AwsError('InvalidAlarmConfigException', 'Every alarm must have a name');
  return { alarms, alarmsEnabled: input.enabled ?? false };
}

const rollbackEvents: readonly string[] = [
  'DEPLOYMENT_FAILURE',
  'DEPLOYMENT_STOP_ON_ALARM',
  'DEPLOYMENT_STOP_ON_REQUEST',
] satisfies RollbackEvent[];

export function readRollback(input: AutoRollbackConfiguration): Pick<DeploymentGroup, 'rollbackEvents'> {
  if (input.enabled && !input.events?.length) {
    throw new AwsError('InvalidAutoRollbackConfigException', 'Automatic rollback needs at least one event');
  }
  const unknown = input.events?.find((event) => !rollbackEvents.includes(event));
  if (unknown !== undefined) {
    throw new AwsError('InvalidAutoRollbackConfigException', `${JSON.stringify(unknown)} is no event of a rollback`);
  }
  return { rollbackEvents: input.enabled ? (input.events ?? []) : [] };
}

const endActions: readonly string[] = ['TERMINATE', 'KEEP_ALIVE'];
const readyActions: readonly string[] = ['CONTINUE_DEPLOYMENT', 'STOP_DEPLOYMENT'];

export function readBlueGreen(
  { keepAlive }: Settings,
  input: BlueGreenDeploymentConfiguration,
): Pick<DeploymentGroup, 'ready' | 'terminationWaitMinutes' | 'keepBlue'> {
  const refuse = (text: string) => new AwsError('InvalidBlueGreenDeploymentConfigurationException', text);
  const { actionOnTimeout: action = 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: waitMinutes = 0 } =
    input.deploymentReadyOption ?? {};
  const { action: end = 'TERMINATE', terminationWaitTimeInMinutes: terminationWaitMinutes = 0 } =
    input.terminateBlueInstancesOnDeploymentSuccess ?? {};
  const keepBlue = end === 'KEEP_ALIVE';
  if (!endActions.includes(end)) throw refuse('The action must be TERMINATE or KEEP_ALIVE');
  if (keepBlue && keepAlive === 'refused') {
    throw refuse('KEEP_ALIVE is not supported for the ECS compute platform');
  }
  if (
    !Number.isInteger(terminationWaitMinutes) ||
    terminationWaitMinutes < 0 ||
    terminationWaitMinutes > LONGEST_TERMINATION_WAIT
  ) {
    throw refuse(`The termination wait time must be 0 to ${LONGEST_TERMINATION_WAIT} minutes`);
  }
  if (!readyActions.includes(action)) throw refuse(`actionOnTimeout must be ${readyActions.join(' or ')}`);
  if (!Number.isInteger(waitMinutes) || waitMinutes < 0) {
    throw refuse('The wait time of the ready option must be a whole number of minutes, 0 or more');
  }
  if (action === 'CONTINUE_DEPLOYMENT' && waitMinutes !== 0) {
    throw refuse('A wait time for the ready option goes with STOP_DEPLOYMENT only');
  }
  return { ready: { action, waitMinutes }, terminationWaitMinutes, keepBlue };
}

function pairNames(world: World, names: readonly (string | undefined)[]): [string, string] {
  const [first, second, ...others] = names;
  if (first === undefined || second === undefined || first === second || others.length > 0) {
    throw new AwsError('InvalidTargetGroupPairException', 'A target group pair must name two target groups');
  }
  for (const name of [first, second]) {
    if (targetGroupByName(world, name)) continue;
    throw new AwsError(
      'InvalidLoadBalancerInfoException',
      `The group must contain a valid pair of target groups that identify a load balancer; there is no target group ${name}`,
    );
  }
  return [first, second];
}

export function readLoadBalancer(
  world: World,
  input: LoadBalancerInfo | undefined,
): Pick<DeploymentGroup, 'targetGroups' | 'prodListenerArn' | 'testListenerArn'> {
  const refuse = (text: string) => new AwsError('InvalidLoadBalancerInfoException', text);
  const [pair, ...others] = input?.targetGroupPairInfoList ?? [];
  if (!pair || others.length > 0) throw refuse('Exactly one target group pair must be specified');
  const [prodListenerArn, ...more] = pair.prodTrafficRoute?.listenerArns ?? [];
  const [testListenerArn = null, ...moreTest] = pair.testTrafficRoute?.listenerArns ?? [];
  if (prodListenerArn === undefined || more.length + moreTest.length > 0) {
    throw refuse('A traffic route must have exactly one listener, and there must be a production route');
  }
  for (const listener of [prodListenerArn, testListenerArn]) {
    if (listener !== null && !world.elb.listeners.has(listener)) throw refuse(`There is no listener ${listener}`);
  }
  const targetGroups = pairNames(
    world,
    (pair.targetGroups ?? []).map((group) => group.name),
  );
  return { targetGroups, prodListenerArn, testListenerArn };
}

export function readService(
  world: World,
  services: readonly ECSService[] | undefined,
): Pick<DeploymentGroup, 'cluster' | 'service'> {
  const refuse = (text: string) => new AwsError('InvalidECSServiceException', text);
  const [only, ...others] = services ?? [];
  const { serviceName: service, clusterName: cluster = 'default' } = only ?? {};
  if (!service || others.length > 0) throw refuse('Exactly one ECS service must be specified');
  const found = findService(world, cluster, service);
  if (!found) throw refuse(`There is no ECS service ${service} in the cluster ${cluster}`);
  if (found.controller !== 'CODE_DEPLOY') {
    throw refuse(`Deployment group's ECS service must be configured for a CODE_DEPLOY deployment controller.`);
  }
  return { cluster, service };
}

/** CodeDeploy User Guide: a Network Load Balancer shifts all at once. Throws DeploymentConfigDoesNotExistException too. */
export function checkConfig(world: World, name: string, prodListenerArn: string): void {
  const config = findConfig(world, name);
  if (!config) {
    throw new AwsError('DeploymentConfigDoesNotExistException', `No Deployment Configuration found for name: ${name}`);
  }
  const listener = world.elb.listeners.get(prodListenerArn);
  const balancer = world.elb.loadBalancers.get(listener?.loadBalancerArn ?? '');
  if (balancer?.type !== 'network' || config.routing.type === 'AllAtOnce') return;
  throw new AwsError(
    'InvalidTrafficRoutingConfigurationException',
    'Only ALB supports gradual traffic routing, use AllAtOnce Traffic routing instead when you create/update Deployment group',
  );
}

/** CodeDeploy API: ECSServiceMappingLimitExceededException. */
export function checkMapping(world: World, group: Pick<DeploymentGroup, 'cluster' | 'service' | 'id'>): void {
  const groups = [...world.codedeploy.applications.values()].flatMap((application) => [...application.groups.values()]);
  const same = (other: DeploymentGroup): boolean =>
    other.cluster === group.cluster && other.service === group.service && other.id !== group.id;
  if (!groups.some(same)) return;
  throw new AwsError(
    'ECSServiceMappingLimitExceededException',
    `The ECS service ${group.service} is already in a deployment group`,
  );
}
