import { PutRetentionPolicy$, type PutRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import { groupOf } from '../../logs/store.ts';
import { operation } from '../../operation.ts';
import { invalid } from './invalid.ts';

/** Logs API: PutRetentionPolicy, `retentionInDays`. */
const allowed: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const putRetentionPolicy = operation<PutRetentionPolicyRequest, object>(
  PutRetentionPolicy$,
  (input, sandbox) => {
    const days = input.retentionInDays ?? 0;
    if (!allowed.includes(days)) {
      throw invalid(`retentionInDays must be one of ${allowed.join(', ')}; received ${days}.`);
    }
    groupOf(sandbox, input.logGroupName).retentionDays = days;
    return {};
  },
);
