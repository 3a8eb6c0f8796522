import { DescribeTasks$, type DescribeTasksRequest, type DescribeTasksResponse } from '@aws-sdk/client-ecs';
import { clusterOf } from '../../ecs/clusters.ts';
import { describeTask } from '../../ecs/describe-task.ts';
import { AwsError, operation } from '../../operation.ts';
import { type Task } from '../../world/ecs.ts';

/** By ARN or id, at most 100 at once (ECS API: DescribeTasks). Unknown tasks are failures in an answer of 200. */
export const describeTasks = operation<DescribeTasksRequest, DescribeTasksResponse>(
  DescribeTasks$,
  (input, { world }) => {
    const cluster = clusterOf(world, input.cluster);
    const asked = input.tasks ?? [];
    if (asked.length === 0) throw new AwsError('InvalidParameterException', 'Tasks cannot be empty.');
    if (asked.length > 100)
      throw new AwsError('InvalidParameterException', 'Tasks cannot have more than 100 elements.');
    const arnOf = (reference: string): string =>
      reference.startsWith('arn:') ? reference : `${cluster.arn.replace(':cluster/', ':task/')}/${reference}`;
    const withTags = input.include?.includes('TAGS') === true;
    const shown = (task: Task) => ({ ...describeTask(world, task), ...(withTags && { tags: [...task.tags] }) });
    const found = asked.map((reference) => ({ arn: arnOf(reference), task: world.ecs.tasks.get(arnOf(reference)) }));
    return {
      tasks: found.flatMap(({ task }) => (task ? [shown(task)] : [])),
      failures: found.flatMap(({ arn, task }) => (task ? [] : [{ arn, reason: 'MISSING' }])),
    };
  },
);
