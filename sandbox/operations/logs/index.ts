import { type Operation } from '../../operation.ts';
import { createLogGroup } from './CreateLogGroup.ts';
import { createLogStream } from './CreateLogStream.ts';
import { deleteLogGroup } from './DeleteLogGroup.ts';
import { deleteLogStream } from './DeleteLogStream.ts';
import { deleteRetentionPolicy } from './DeleteRetentionPolicy.ts';
import { describeLogGroups } from './DescribeLogGroups.ts';
import { describeLogStreams } from './DescribeLogStreams.ts';
import { filterLogEvents } from './FilterLogEvents.ts';
import { getLogEvents } from './GetLogEvents.ts';
import { listTagsForResource } from './ListTagsForResource.ts';
import { putLogEvents } from './PutLogEvents.ts';
import { putRetentionPolicy } from './PutRetentionPolicy.ts';
import { tagResource } from './TagResource.ts';

export const logsOperations: Readonly<Record<string, Operation>> = {
  CreateLogGroup: createLogGroup,
  CreateLogStream: createLogStream,
  DeleteLogGroup: deleteLogGroup,
  DeleteLogStream: deleteLogStream,
  DeleteRetentionPolicy: deleteRetentionPolicy,
  DescribeLogGroups: describeLogGroups,
  DescribeLogStreams: describeLogStreams,
  FilterLogEvents: filterLogEvents,
  GetLogEvents: getLogEvents,
  ListTagsForResource: listTagsForResource,
  PutLogEvents: putLogEvents,
  PutRetentionPolicy: putRetentionPolicy,
  TagResource: tagResource,
};
