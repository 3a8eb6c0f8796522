import { CreateLogGroup$, type CreateLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import { createGroup } from '../../logs/create.ts';
import { operation } from '../../operation.ts';

export const createLogGroup = operation<CreateLogGroupRequest, object>(CreateLogGroup$, (input, sandbox) => {
  const group = createGroup(sandbox, input.logGroupName ?? '', input.tags);
  group.kmsKeyId = input.kmsKeyId ?? null;
  return {};
});
