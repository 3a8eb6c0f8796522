import { DescribeTaskSets$, type DescribeTaskSetsRequest, type DescribeTaskSetsResponse } from '@aws-sdk/client-ecs';
import { describeTaskSet } from '../../ecs/describe-service.ts';
import { activeService } from '../../ecs/services.ts';
import { findTaskSet } from '../../ecs/task-sets.ts';
import { operation } from '../../operation.ts';

/** All of the service's task sets, or those named by id or ARN; unknown ones are failures in an answer of 200. */
export const describeTaskSets = operation<DescribeTaskSetsRequest, DescribeTaskSetsResponse>(
  DescribeTaskSets$,
  (input, { world, settings }) => {
    const service = activeService(world, input.cluster, input.service);
    const asked = input.taskSets?.length ? input.taskSets : service.taskSets.map(({ id }) => id);
    const found = asked.map((reference) => ({ reference, taskSet: findTaskSet(service, reference) }));
    return {
      taskSets: found.flatMap(({ taskSet }) =>
        taskSet ? [describeTaskSet(service, taskSet, settings.taskSetStartedBy)] : [],
      ),
      failures: found.flatMap(({ reference, taskSet }) => (taskSet ? [] : [{ arn: reference, reason: 'MISSING' }])),
    };
  },
);
