import { arn } from '../../ids.ts';
import { type World } from '../../world/world.ts';
import { about, anything, type Rules } from './rule.ts';

interface OnLog {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
  readonly logStreamName?: string | undefined;
}

/**
 * Answers of AWS name a group as `log-group:NAME:log-stream:`, also where no stream is meant: a policy that names the
 * group without a trailing `:*` does not fit it.
 */
export const logArn = (world: World, group: string, stream = ''): string =>
  arn(world, 'logs', `log-group:${group}:log-stream:${stream}`);

const nameOf = ({ logGroupName, logGroupIdentifier }: OnLog): string =>
  logGroupName ?? logGroupIdentifier?.replace(/^arn:[^:]+:logs:[^:]*:\d*:log-group:/, '').replace(/:\*$/, '') ?? '';

const onGroup = about<OnLog>((input, { world }) => [{ resource: logArn(world, nameOf(input)) }]);
const onStream = about<OnLog>((input, { world }) => [{ resource: logArn(world, nameOf(input), input.logStreamName) }]);
const onNamed = about<{ readonly resourceArn?: string | undefined }>(({ resourceArn = '*' }) => [
  { resource: resourceArn },
]);

export const logsActions: Rules = {
  CreateLogGroup: onGroup,
  CreateLogStream: onStream,
  DeleteLogGroup: onGroup,
  DeleteLogStream: onStream,
  DeleteRetentionPolicy: onGroup,
  DescribeLogGroups: anything,
  DescribeLogStreams: onGroup,
  FilterLogEvents: onGroup,
  GetLogEvents: onStream,
  ListTagsForResource: onNamed,
  PutLogEvents: onStream,
  PutRetentionPolicy: onGroup,
  TagResource: onNamed,
};
