import {
  SetRulePriorities$,
  type SetRulePrioritiesInput,
  type SetRulePrioritiesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError, operation } from '../../operation.ts';
import { type Rule } from '../../world/elb.ts';
import { findRule } from './lookup.ts';
import { checkPriority } from './priority.ts';
import { isDefaultRule, ruleInfo } from './shapes.ts';

/** All at once, so that two rules can change places; either all of it is done or nothing. */
export const setRulePriorities = operation<SetRulePrioritiesInput, SetRulePrioritiesOutput>(
  SetRulePriorities$,
  (input, { world }) => {
    const changed = new Map<string, Rule>();
    for (const { RuleArn: arn, Priority: priority } of input.RulePriorities ?? []) {
      if (isDefaultRule(world, arn)) {
        throw new AwsError('OperationNotPermitted', 'The priority of a default rule cannot be set');
      }
      const rule = findRule(world, arn);
      changed.set(rule.arn, { ...rule, priority: checkPriority(priority) });
    }
    const after = [...world.elb.rules.values()].map((rule) => changed.get(rule.arn) ?? rule);
    for (const rule of changed.values()) {
      const rivals = after.filter(
        (other) => other.listenerArn === rule.listenerArn && other.priority === rule.priority,
      );
      if (rivals.length > 1) throw new AwsError('PriorityInUse', `Priority '${rule.priority}' is currently in use`);
    }
    for (const rule of changed.values()) world.elb.rules.set(rule.arn, rule);
    return { Rules: [...changed.values()].map(ruleInfo) };
  },
);
