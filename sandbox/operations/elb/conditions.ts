import { type RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError } from '../../operation.ts';
import { type Condition } from '../../world/elb.ts';

/** Conditions are kept as they were sent. Throws ValidationError where one has no field, or there is none. */
export function readConditions(input: readonly RuleCondition[] | undefined): Condition[] {
  if (!input?.length) throw new AwsError('ValidationError', 'A rule must have at least one condition');
  return input.map((condition) => {
    const { Field: field } = condition;
    if (!field) throw new AwsError('ValidationError', 'A condition must have a field');
    return { ...condition, Field: field };
  });
}
