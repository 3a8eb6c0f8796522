import { ModifyRule$, type ModifyRuleInput, type ModifyRuleOutput } from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError, operation } from '../../operation.ts';
import { checkAssociation, readActions } from './actions.ts';
import { readConditions } from './conditions.ts';
import { findListener, findRule } from './lookup.ts';
import { isDefaultRule, ruleInfo } from './shapes.ts';

export const modifyRule = operation<ModifyRuleInput, ModifyRuleOutput>(ModifyRule$, (input, { world }) => {
  if (isDefaultRule(world, input.RuleArn)) {
    throw new AwsError('OperationNotPermitted', 'Default rules cannot be modified; use ModifyListener');
  }
  const rule = findRule(world, input.RuleArn);
  if (input.Transforms?.length) throw new AwsError('ValidationError', 'The sandbox has no transforms');
  const actions = input.Actions ? readActions(world, input.Actions) : rule.actions;
  const conditions = input.Conditions ? readConditions(input.Conditions) : rule.conditions;
  checkAssociation(world, actions, findListener(world, rule.listenerArn).loadBalancerArn);
  const changed = { ...rule, actions, conditions };
  world.elb.rules.set(rule.arn, changed);
  return { Rules: [ruleInfo(changed)] };
});
