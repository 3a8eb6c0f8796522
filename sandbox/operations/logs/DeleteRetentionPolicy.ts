import { DeleteRetentionPolicy$, type DeleteRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import { groupOf } from '../../logs/store.ts';
import { operation } from '../../operation.ts';

export const deleteRetentionPolicy = operation<DeleteRetentionPolicyRequest, object>(
  DeleteRetentionPolicy$,
  (input, sandbox) => {
    groupOf(sandbox, input.logGroupName).retentionDays = null;
    return {};
  },
);
