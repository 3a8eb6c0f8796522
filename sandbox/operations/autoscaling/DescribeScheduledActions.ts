import {
  DescribeScheduledActions$,
  type DescribeScheduledActionsRequest,
  type DescribeScheduledActionsResponse,
} from '@aws-sdk/client-application-auto-scaling';
import { checkNamespace } from '../../autoscaling/targets.ts';
import { operation } from '../../operation.ts';
import { identity, page, resourceFilter } from './shared.ts';

export const describeScheduledActions = operation<DescribeScheduledActionsRequest, DescribeScheduledActionsResponse>(
  DescribeScheduledActions$,
  (input, sandbox) => {
    checkNamespace(input.ServiceNamespace);
    const wanted = resourceFilter(input);
    const { ScheduledActionNames: names = [] } = input;
    const found = [...sandbox.world.autoscaling.targets.values()]
      .filter(({ resourceId }) => wanted(resourceId))
      .flatMap(({ resourceId, scheduled }) => [...scheduled.values()].map((action) => ({ resourceId, ...action })))
      .filter(({ name }) => names.length === 0 || names.includes(name));
    const { items, nextToken } = page(found, input.NextToken, input.MaxResults);
    return {
      ScheduledActions: items.map(({ resourceId, startAt, endAt, ...action }) => ({
        ...identity(resourceId),
        ScheduledActionName: action.name,
        ScheduledActionARN: action.arn,
        Schedule: action.schedule,
        Timezone: action.timezone ?? undefined,
        StartTime: startAt === null ? undefined : new Date(startAt),
        EndTime: endAt === null ? undefined : new Date(endAt),
        ScalableTargetAction: action.action,
        CreationTime: new Date(action.createdAt),
      })),
      NextToken: nextToken,
    };
  },
);
