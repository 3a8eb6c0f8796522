import { type Deployment } from '../world/codedeploy.ts';
import { type TaskSet } from '../world/ecs.ts';
import { type TargetGroup } from '../world/elb.ts';
import { type World } from '../world/world.ts';
import { Fault } from './fault.ts';
import { isServed, type Pair } from './traffic.ts';

export function targetGroupByName(world: World, name: string): TargetGroup | undefined {
  return [...world.elb.targetGroups.values()].find((group) => group.name === name);
}

/**
 * The PRIMARY task set's group is the original, the other of the pair the replacement (CodeDeploy User Guide:
 * deployments on an Amazon ECS compute platform). Throws a `Fault` where the two or the listener do not fit.
 */
export function choosePair(world: World, deployment: Deployment, primary: TaskSet): Pair {
  const { targetGroups, prodListenerArn } = deployment.options;
  const arns = targetGroups.map((name) => targetGroupByName(world, name)?.arn);
  const blue = arns.find((arn) => arn === primary.loadBalancer.targetGroupArn);
  const green = arns.find((arn) => arn !== primary.loadBalancer.targetGroupArn);
  if (blue === undefined || green === undefined) {
    throw new Fault(
      'ELASTIC_LOAD_BALANCING_INVALID',
      `The target group of the primary task set is not one of the deployment group's pair: ${targetGroups.join(', ')}.`,
    );
  }
  if (!isServed(world, prodListenerArn, blue)) {
    throw new Fault(
      'ELASTIC_LOAD_BALANCING_INVALID',
      'The ELB could not be updated due to the following error: Primary taskset target group must be behind listener',
    );
  }
  return { blue, green };
}
