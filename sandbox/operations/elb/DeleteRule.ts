import { DeleteRule$, type DeleteRuleInput, type DeleteRuleOutput } from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError, operation } from '../../operation.ts';
import { findRule } from './lookup.ts';
import { isDefaultRule } from './shapes.ts';

export const deleteRule = operation<DeleteRuleInput, DeleteRuleOutput>(DeleteRule$, (input, { world }) => {
  if (isDefaultRule(world, input.RuleArn)) {
    throw new AwsError('OperationNotPermitted', 'Default rules cannot be deleted');
  }
  const { arn } = findRule(world, input.RuleArn);
  world.elb.rules.delete(arn);
  world.elb.tags.delete(arn);
  return {};
});
