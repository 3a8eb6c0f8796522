import { type RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError } from '../../operation.ts';

/** Conditions are kept as they were sent. Throws ValidationError where one has no field, or there is none. */
export function readConditions(input: readonly RuleCondition[] | undefined): Record<string, unknown>[] {
  if (!input?.length) throw new AwsError('ValidationError', 'A rule must have at least one condition');
  return input.map((condition) => {
    if (!condition.Field) throw new AwsError('ValidationError', 'A condition must have a field');
    return { ...condition };
  });
}
