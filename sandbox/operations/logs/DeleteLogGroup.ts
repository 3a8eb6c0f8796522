import { DeleteLogGroup$, type DeleteLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import { groupOf, removeStream } from '../../logs/store.ts';
import { operation } from '../../operation.ts';

export const deleteLogGroup = operation<DeleteLogGroupRequest, object>(DeleteLogGroup$, (input, sandbox) => {
  const { logs } = sandbox.world;
  const group = groupOf(sandbox, input.logGroupName);
  for (const stream of group.streams.values()) removeStream(logs, group, stream);
  logs.groups.delete(group.name);
  return {};
});
