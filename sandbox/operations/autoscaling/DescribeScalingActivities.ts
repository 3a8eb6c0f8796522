import {
  DescribeScalingActivities$,
  type DescribeScalingActivitiesRequest,
  type DescribeScalingActivitiesResponse,
} from '@aws-sdk/client-application-auto-scaling';
import { checkNamespace } from '../../autoscaling/targets.ts';
import { operation } from '../../operation.ts';
import { identity, page, resourceFilter } from './shared.ts';

/** Newest first. */
export const describeScalingActivities = operation<DescribeScalingActivitiesRequest, DescribeScalingActivitiesResponse>(
  DescribeScalingActivities$,
  (input, sandbox) => {
    checkNamespace(input.ServiceNamespace);
    const wanted = resourceFilter(input);
    const found = sandbox.world.autoscaling.activities.filter(({ resourceId }) => wanted(resourceId)).toReversed();
    const { items, nextToken } = page(found, input.NextToken, input.MaxResults);
    return {
      ScalingActivities: items.map((activity) => ({
        ...identity(activity.resourceId),
        ActivityId: activity.id,
        Description: activity.description,
        Cause: activity.cause,
        StartTime: new Date(activity.startedAt),
        EndTime: new Date(activity.endedAt),
        StatusCode: activity.status,
        StatusMessage: activity.message,
      })),
      NextToken: nextToken,
    };
  },
);
