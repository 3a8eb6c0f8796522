import {
  DescribeScalableTargets$,
  type DescribeScalableTargetsRequest,
  type DescribeScalableTargetsResponse,
} from '@aws-sdk/client-application-auto-scaling';
import { checkNamespace } from '../../autoscaling/targets.ts';
import { operation } from '../../operation.ts';
import { identity, page } from './shared.ts';

export const describeScalableTargets = operation<DescribeScalableTargetsRequest, DescribeScalableTargetsResponse>(
  DescribeScalableTargets$,
  (input, sandbox) => {
    checkNamespace(input.ServiceNamespace);
    const { ResourceIds: ids = [] } = input;
    const found = [...sandbox.world.autoscaling.targets.values()].filter(
      ({ resourceId }) => ids.length === 0 || ids.includes(resourceId),
    );
    const { items, nextToken } = page(found, input.NextToken, input.MaxResults);
    return {
      ScalableTargets: items.map((target) => ({
        ...identity(target.resourceId),
        MinCapacity: target.minCapacity,
        MaxCapacity: target.maxCapacity,
        RoleARN: target.roleArn,
        CreationTime: new Date(target.createdAt),
        SuspendedState: target.suspended,
        ScalableTargetARN: target.arn,
      })),
      NextToken: nextToken,
    };
  },
);
