import { type TaskSet } from '@aws-sdk/client-ecs';
import { type Fault } from '../errors.ts';
import { type WaitFor } from '../inputs/types.ts';
import { awsCommand } from './command.ts';
import { DEFAULT_CONFIG } from './config.ts';
import { pairOf, productionListener, testListener } from './facts.ts';
import { type FoundGroup } from './find-group.ts';
import { isNetworkListener } from './listener.ts';
import { describePlace, nameOf, targetGroupName, type Place } from './place.ts';
import { type DeploymentConfig } from './target.ts';

/** What speaks against deploying the service by this group. */
export function groupFaults(group: FoundGroup, place: Place): readonly Fault[] {
  const { info } = group;
  if (info.computePlatform !== undefined && info.computePlatform !== 'ECS') {
    return [mismatch(group, `it is for compute platform ${info.computePlatform}, not for ECS`, place)];
  }
  const names = (info.ecsServices ?? []).map(
    ({ clusterName, serviceName }) => `${nameOf(clusterName ?? '')}/${nameOf(serviceName ?? '')}`,
  );
  if (!names.includes(`${place.cluster}/${place.service}`)) {
    return [mismatch(group, `it deploys ${names.join(', ') || 'no ECS service'}, not ${describePlace(place)}`, place)];
  }
  const lacks = pairOf(group).length === 2 ? [] : ['a pair of target groups'];
  if (productionListener(group) === undefined) lacks.push('a production listener');
  return lacks.length === 0 ? [] : [incomplete(group, lacks)];
}

/** The roles of the pair are told by the PRIMARY task set: its group is the original (CodeDeploy user guide). */
export function pairFaults(group: FoundGroup, primary: TaskSet): readonly Fault[] {
  const arn = primary.loadBalancers?.[0]?.targetGroupArn;
  const pair = pairOf(group);
  if (arn === undefined || pair.length !== 2 || pair.includes(targetGroupName(arn))) return [];
  return [
    {
      tried: 'tell the original target group from the replacement',
      on: groupName(group),
      why: `the PRIMARY task set is in target group ${targetGroupName(arn)}, and the group's pair is ${pair.join(' and ')}`,
      repair: `Put ${targetGroupName(arn)} into the deployment group's pair (CodeDeploy console: edit the deployment group, Load balancers).`,
    },
  ];
}

type Named = Pick<FoundGroup, 'application' | 'name' | 'info'>;

/** What needs a group that waits for a word: the end that is waited for, and a smoke test. */
export interface Wanted {
  readonly until: WaitFor;
  readonly smokeTest: boolean;
}

/** `test-ready` and a smoke test stand where the group waits for a word, with the test listener on the new tasks. */
export function waitFaults(group: Named, { until, smokeTest }: Wanted): readonly Fault[] {
  if (until !== 'test-ready' && !smokeTest) return [];
  const ready = group.info.blueGreenDeploymentConfiguration?.deploymentReadyOption;
  const at = {
    tried: smokeTest ? 'run the smoke test before the shift' : "wait for 'test-ready'",
    on: groupName(group),
  };
  const other = smokeTest ? "or leave 'smoke-test' out" : "or choose another 'wait-for'";
  const waits: Fault = {
    ...at,
    why: `the group does not wait before the shift (deploymentReadyOption.actionOnTimeout is ${ready?.actionOnTimeout ?? 'not set'})`,
    repair: `Set the group's blueGreenDeploymentConfiguration.deploymentReadyOption to {"actionOnTimeout":"STOP_DEPLOYMENT","waitTimeInMinutes":60} (console: "Specify when to reroute traffic"), ${other}.`,
  };
  const tests: Fault = {
    ...at,
    why: 'the group has no test listener, through which the new tasks could be reached before the shift',
    repair: `Set the group's loadBalancerInfo.targetGroupPairInfoList[0].testTrafficRoute to a listener of the load balancer (console: "Test listener port"), ${other}.`,
  };
  return [
    ...(ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? [] : [waits]),
    ...(testListener(group) === undefined ? [tests] : []),
  ];
}

/** Network Load Balancers shift all at once (ECS developer guide, "Blue/Green deployment with CodeDeploy"). */
export function configFaults(group: FoundGroup, config: DeploymentConfig): readonly Fault[] {
  const listener = productionListener(group);
  if (listener === undefined || !isNetworkListener(listener) || config.steps.length <= 1) return [];
  return [
    {
      tried: 'use the deployment configuration',
      on: `${config.name} for ${groupName(group)}`,
      why: 'the production listener belongs to a Network Load Balancer, which can only shift all traffic at once',
      repair: `Set input 'codedeploy-deployment-config' to ${DEFAULT_CONFIG}.`,
    },
  ];
}

export function groupName(group: Named): string {
  return `${group.application} / ${group.name}`;
}

function mismatch(group: FoundGroup, why: string, place: Place): Fault {
  const list = awsCommand(place, 'deploy', 'list-deployment-groups', '--application-name', group.application);
  return {
    tried: 'use the deployment group',
    on: `${groupName(group)}, found by ${group.foundBy}`,
    why,
    repair: `Set inputs 'codedeploy-application' and 'codedeploy-deployment-group' to the group that deploys ${place.cluster}/${place.service}. What is there: ${list}`,
  };
}

function incomplete(group: FoundGroup, lacks: readonly string[]): Fault {
  return {
    tried: 'use the deployment group',
    on: groupName(group),
    why: `it lacks ${lacks.join(' and ')}`,
    repair: 'Complete it in the CodeDeploy console: edit the deployment group, Load balancers.',
  };
}
