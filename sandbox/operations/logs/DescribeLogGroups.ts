import {
  DescribeLogGroups$,
  type DescribeLogGroupsRequest,
  type DescribeLogGroupsResponse,
  type LogGroup as LogGroupDescription,
} from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '../../operation.ts';
import { type LogGroup } from '../../world/logs.ts';
import { invalid, page } from './invalid.ts';

/** By name, filtered by its beginning (`logGroupNamePrefix`) or, without regard to case, by any part (`logGroupNamePattern`). */
export const describeLogGroups = operation<DescribeLogGroupsRequest, DescribeLogGroupsResponse>(
  DescribeLogGroups$,
  (input, sandbox) => {
    const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern } = input;
    if (prefix !== undefined && pattern !== undefined) {
      throw invalid('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.');
    }
    const groups = [...sandbox.world.logs.groups.values()]
      .filter(({ name }) => name.startsWith(prefix ?? '') && name.toLowerCase().includes((pattern ?? '').toLowerCase()))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const { items, nextToken } = page(groups, input.nextToken, input.limit);
    return { logGroups: items.map(describeGroup), nextToken };
  },
);

const describeGroup = (group: LogGroup): LogGroupDescription => ({
  logGroupName: group.name,
  creationTime: Math.floor(group.createdAt),
  retentionInDays: group.retentionDays ?? undefined,
  metricFilterCount: 0,
  arn: `${group.arn}:*`,
  logGroupArn: group.arn,
  storedBytes: [...group.streams.values()].reduce((sum, stream) => sum + stream.events.bytes, 0),
  logGroupClass: 'STANDARD',
});
