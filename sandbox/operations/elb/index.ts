import { type Operation } from '../../operation.ts';
import { createListener } from './CreateListener.ts';
import { createLoadBalancer } from './CreateLoadBalancer.ts';
import { createRule } from './CreateRule.ts';
import { createTargetGroup } from './CreateTargetGroup.ts';
import { describeListeners } from './DescribeListeners.ts';
import { describeLoadBalancers } from './DescribeLoadBalancers.ts';
import { describeRules } from './DescribeRules.ts';
import { describeTargetGroups } from './DescribeTargetGroups.ts';
import { describeTargetHealth } from './DescribeTargetHealth.ts';
import { modifyListener } from './ModifyListener.ts';
import { modifyRule } from './ModifyRule.ts';

/** By the operation's name, as in `Action=<name>` of the Query protocol. */
export const elbOperations: Readonly<Record<string, Operation>> = {
  CreateListener: createListener,
  CreateLoadBalancer: createLoadBalancer,
  CreateRule: createRule,
  CreateTargetGroup: createTargetGroup,
  DescribeListeners: describeListeners,
  DescribeLoadBalancers: describeLoadBalancers,
  DescribeRules: describeRules,
  DescribeTargetGroups: describeTargetGroups,
  DescribeTargetHealth: describeTargetHealth,
  ModifyListener: modifyListener,
  ModifyRule: modifyRule,
};
