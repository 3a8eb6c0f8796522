import {
  type Alarm,
  DescribeScalingPolicies$,
  type DescribeScalingPoliciesRequest,
  type DescribeScalingPoliciesResponse,
} from '@aws-sdk/client-application-auto-scaling';
import { checkNamespace } from '../../autoscaling/targets.ts';
import { operation } from '../../operation.ts';
import { type ScalingPolicy } from '../../world/autoscaling.ts';
import { type World } from '../../world/world.ts';
import { identity, page, resourceFilter } from './shared.ts';

export const describeScalingPolicies = operation<DescribeScalingPoliciesRequest, DescribeScalingPoliciesResponse>(
  DescribeScalingPolicies$,
  (input, sandbox) => {
    const { world } = sandbox;
    checkNamespace(input.ServiceNamespace);
    const wanted = resourceFilter(input);
    const { PolicyNames: names = [] } = input;
    const found = [...world.autoscaling.targets.values()]
      .filter(({ resourceId }) => wanted(resourceId))
      .flatMap(({ resourceId, policies }) => [...policies.values()].map((policy) => ({ resourceId, policy })))
      .filter(({ policy }) => names.length === 0 || names.includes(policy.name) || names.includes(policy.arn));
    const { items, nextToken } = page(found, input.NextToken, input.MaxResults);
    return {
      ScalingPolicies: items.map(({ resourceId, policy }) => ({
        ...identity(resourceId),
        PolicyARN: policy.arn,
        PolicyName: policy.name,
        PolicyType: policy.configuration.type,
        ...(policy.configuration.type === 'StepScaling'
          ? { StepScalingPolicyConfiguration: policy.configuration.value }
          : { TargetTrackingScalingPolicyConfiguration: policy.configuration.value }),
        Alarms: alarmsOf(world, policy),
        CreationTime: new Date(policy.createdAt),
      })),
      NextToken: nextToken,
    };
  },
);

/** Its own alarms, and those that name it as an action. */
export function alarmsOf({ cloudwatch }: World, policy: ScalingPolicy): Alarm[] {
  return [...cloudwatch.alarms.values()]
    .filter(({ name, definition }) => policy.alarms.includes(name) || definition.AlarmActions?.includes(policy.arn))
    .map(({ name, arn }) => ({ AlarmName: name, AlarmARN: arn }));
}
