import { type Operation } from '../../operation.ts';
import { addTags } from './AddTags.ts';
import { createListener } from './CreateListener.ts';
import { createLoadBalancer } from './CreateLoadBalancer.ts';
import { createRule } from './CreateRule.ts';
import { createTargetGroup } from './CreateTargetGroup.ts';
import { deleteListener } from './DeleteListener.ts';
import { deleteLoadBalancer } from './DeleteLoadBalancer.ts';
import { deleteRule } from './DeleteRule.ts';
import { deleteTargetGroup } from './DeleteTargetGroup.ts';
import { describeListeners } from './DescribeListeners.ts';
import { describeLoadBalancerAttributes } from './DescribeLoadBalancerAttributes.ts';
import { describeLoadBalancers } from './DescribeLoadBalancers.ts';
import { describeRules } from './DescribeRules.ts';
import { describeTags } from './DescribeTags.ts';
import { describeTargetGroupAttributes } from './DescribeTargetGroupAttributes.ts';
import { describeTargetGroups } from './DescribeTargetGroups.ts';
import { describeTargetHealth } from './DescribeTargetHealth.ts';
import { modifyListener } from './ModifyListener.ts';
import { modifyLoadBalancerAttributes } from './ModifyLoadBalancerAttributes.ts';
import { modifyRule } from './ModifyRule.ts';
import { modifyTargetGroup } from './ModifyTargetGroup.ts';
import { modifyTargetGroupAttributes } from './ModifyTargetGroupAttributes.ts';
import { removeTags } from './RemoveTags.ts';
import { setRulePriorities } from './SetRulePriorities.ts';

/** By the operation's name, as in `Action=<name>` of the Query protocol. */
export const elbOperations: Readonly<Record<string, Operation>> = {
  AddTags: addTags,
  CreateListener: createListener,
  CreateLoadBalancer: createLoadBalancer,
  CreateRule: createRule,
  CreateTargetGroup: createTargetGroup,
  DeleteListener: deleteListener,
  DeleteLoadBalancer: deleteLoadBalancer,
  DeleteRule: deleteRule,
  DeleteTargetGroup: deleteTargetGroup,
  DescribeListeners: describeListeners,
  DescribeLoadBalancerAttributes: describeLoadBalancerAttributes,
  DescribeLoadBalancers: describeLoadBalancers,
  DescribeRules: describeRules,
  DescribeTags: describeTags,
  DescribeTargetGroupAttributes: describeTargetGroupAttributes,
  DescribeTargetGroups: describeTargetGroups,
  DescribeTargetHealth: describeTargetHealth,
  ModifyListener: modifyListener,
  ModifyLoadBalancerAttributes: modifyLoadBalancerAttributes,
  ModifyRule: modifyRule,
  ModifyTargetGroup: modifyTargetGroup,
  ModifyTargetGroupAttributes: modifyTargetGroupAttributes,
  RemoveTags: removeTags,
  SetRulePriorities: setRulePriorities,
};
