import { CreateLogStream$, type CreateLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs';
import { createStream } from '../../logs/create.ts';
import { groupOf } from '../../logs/store.ts';
import { operation } from '../../operation.ts';

export const createLogStream = operation<CreateLogStreamRequest, object>(CreateLogStream$, (input, sandbox) => {
  createStream(sandbox, groupOf(sandbox, input.logGroupName), input.logStreamName ?? '');
  return {};
});
