import { isIPv4, isIPv6 } from 'node:net';
import { type RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError } from '../../operation.ts';
import { type Condition } from '../../world/elb.ts';

/** Conditions are kept as they were sent. Throws ValidationError. */
export function readConditions(input: readonly RuleCondition[] | undefined): Condition[] {
  if (!input?.length) throw new AwsError('ValidationError', 'A rule must have at least one condition');
  return input.map((condition) => {
    const { Field: field } = condition;
    if (!field) throw new AwsError('ValidationError', 'A condition must have a field');
    if (hasRegex(condition)) {
      throw new AwsError('ValidationError', 'The sandbox has no regular expressions in conditions: use wildcards');
    }
    checkRanges(condition);
    return { ...condition, Field: field };
  });
}

const hasRegex = (condition: RuleCondition): boolean =>
  [condition, condition.HostHeaderConfig, condition.PathPatternConfig, condition.HttpHeaderConfig].some(
    (part) => part?.RegexValues !== undefined && part.RegexValues.length > 0,
  );

/** ELBv2 API: SourceIpConditionConfig, addresses in CIDR format. */
function checkRanges({ Field: field, Values: values, SourceIpConfig: config }: RuleCondition): void {
  if (field !== 'source-ip') return;
  for (const range of config?.Values ?? values ?? []) {
    const [address = '', bits = ''] = range.split('/', 2);
    const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
    if (!/^\d{1,3}$/.test(bits) || Number(bits) > most) {
      throw new AwsError('ValidationError', `'${range}' is not a valid CIDR block`);
    }
  }
}
