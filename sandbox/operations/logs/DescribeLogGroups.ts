import {
  DescribeLogGroups$,
  type DescribeLogGroupsRequest,
  type DescribeLogGroupsResponse,
  type LogGroup as LogGroupDescription,
} from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '../../operation.ts';
import { type LogGroup } from '../../world/logs.ts';
import { invalid, page } from './invalid.ts';

/** By name, all or those whose name begins with, holds, or is what was given. */
export const describeLogGroups = operation<DescribeLogGroupsRequest, DescribeLogGroupsResponse>(
  DescribeLogGroups$,
  (input, sandbox) => {
    const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, logGroupIdentifiers: identifiers } = input;
    if (prefix !== undefined && pattern !== undefined) {
      throw invalid('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.');
    }
    const groups = [...sandbox.world.logs.groups.values()]
      .filter(({ name }) => name.startsWith(prefix ?? '') && name.includes(pattern ?? ''))
      .filter((group) => !identifiers || identifiers.some((each) => each === group.name || each === group.arn))
      .filter(() => (input.logGroupClass ?? 'STANDARD') === 'STANDARD')
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const { items, nextToken } = page(groups, input.nextToken, input.limit);
    return { logGroups: items.map(describeGroup), nextToken };
  },
);

const describeGroup = (group: LogGroup): LogGroupDescription => ({
  logGroupName: group.name,
  creationTime: Math.floor(group.createdAt),
  kmsKeyId: group.kmsKeyId ?? undefined,
  retentionInDays: group.retentionDays ?? undefined,
  metricFilterCount: 0,
  arn: `${group.arn}:*`,
  logGroupArn: group.arn,
  storedBytes: [...group.streams.values()].reduce((sum, stream) => sum + stream.events.bytes, 0),
  logGroupClass: 'STANDARD',
});
