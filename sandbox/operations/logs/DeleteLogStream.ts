import { DeleteLogStream$, type DeleteLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs';
import { groupOf, removeStream, streamOf } from '../../logs/store.ts';
import { operation } from '../../operation.ts';

export const deleteLogStream = operation<DeleteLogStreamRequest, object>(DeleteLogStream$, (input, sandbox) => {
  const group = groupOf(sandbox, input.logGroupName);
  removeStream(sandbox.world.logs, group, streamOf(group, input.logStreamName));
  return {};
});
