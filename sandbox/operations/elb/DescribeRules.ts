import {
  DescribeRules$,
  type DescribeRulesInput,
  type DescribeRulesOutput,
  type Rule as RuleInfo,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError, operation } from '../../operation.ts';
import { type World } from '../../world/world.ts';
import { findListener, findRule } from './lookup.ts';
import { page } from './marker.ts';
import { defaultRuleArn, defaultRuleInfo, ruleInfo } from './shapes.ts';

/** A listener's rules by priority, the default one last. */
function rulesOf(world: World, listenerArn: string): RuleInfo[] {
  const listener = findListener(world, listenerArn);
  const rules = [...world.elb.rules.values()].filter((rule) => rule.listenerArn === listener.arn);
  return [...rules.sort((a, b) => a.priority - b.priority).map(ruleInfo), defaultRuleInfo(listener)];
}

function byArn(world: World, arn: string): RuleInfo {
  const listener = [...world.elb.listeners.values()].find((candidate) => defaultRuleArn(candidate.arn) === arn);
  return listener ? defaultRuleInfo(listener) : ruleInfo(findRule(world, arn));
}

export const describeRules = operation<DescribeRulesInput, DescribeRulesOutput>(DescribeRules$, (input, { world }) => {
  const { ListenerArn: listenerArn, RuleArns: arns = [] } = input;
  if ((listenerArn === undefined) === (arns.length === 0)) {
    throw new AwsError('ValidationError', 'You must specify either a listener ARN or one or more rule ARNs');
  }
  const asked = listenerArn === undefined ? arns.map((arn) => byArn(world, arn)) : rulesOf(world, listenerArn);
  const { items, NextMarker } = page(asked, input);
  return { Rules: items, NextMarker };
});
