import { type CapacityProviderStrategyItem, type NetworkConfiguration, type TaskSet } from '@aws-sdk/client-ecs';
import { StepError } from '../errors.ts';
import { type Json } from '../json.ts';
import { type AppSpecService } from './appspec.ts';

/**
 * What an AppSpec says about the service, from the task set that takes the traffic. A task set knows no hooks.
 * @throws StepError when the task set has no load balancer: CodeDeploy needs one.
 */
export function serviceFromTaskSet(taskSet: TaskSet): AppSpecService {
  const [balancer] = taskSet.loadBalancers ?? [];
  if (balancer?.containerName === undefined || balancer.containerPort === undefined) {
    throw new StepError({
      tried: 'find the container behind the load balancer',
      on: taskSet.id ?? 'the PRIMARY task set',
      why: 'the PRIMARY task set has no load balancer',
      repair: 'Create the service with a load balancer: blue/green shifts traffic between two target groups.',
    });
  }
  return {
    containerName: balancer.containerName,
    containerPort: balancer.containerPort,
    platformVersion: taskSet.platformVersion || null, // eslint-disable-line @typescript-eslint/prefer-nullish-coalescing -- an empty one says nothing either
    network: networkOf(taskSet.networkConfiguration),
    capacityProviders: capacityOf(taskSet.capacityProviderStrategy),
    hooks: [],
  };
}

/**
 * All or nothing: without subnets or security groups the AppSpec says nothing of the network, and CodeDeploy keeps the
 * service's. An absent assignPublicIp is DISABLED (ECS API: AwsVpcConfiguration).
 */
function networkOf(configuration: NetworkConfiguration | undefined): Json | null {
  const { subnets = [], securityGroups = [], assignPublicIp } = configuration?.awsvpcConfiguration ?? {};
  if (subnets.length === 0 || securityGroups.length === 0) return null;
  return {
    AwsvpcConfiguration: {
      Subnets: subnets,
      SecurityGroups: securityGroups,
      AssignPublicIp: assignPublicIp ?? 'DISABLED',
    },
  };
}

/** null where the task set has a launch type instead. */
function capacityOf(strategy: readonly CapacityProviderStrategyItem[] | undefined): Json | null {
  if (strategy === undefined || strategy.length === 0) return null;
  return strategy.map(({ base, capacityProvider, weight }) => ({
    Base: base ?? 0,
    CapacityProvider: capacityProvider ?? '',
    Weight: weight ?? 0,
  }));
}
