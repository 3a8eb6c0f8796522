import {
  type AddTagsInput,
  type CreateListenerInput,
  type CreateLoadBalancerInput,
  type CreateRuleInput,
  type CreateTargetGroupInput,
  type RemoveTagsInput,
  type SetRulePrioritiesInput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { arn } from '../../ids.ts';
import { about, anything, type Rules } from './rule.ts';

const on = (member: string) =>
  about<Readonly<Record<string, unknown>>>((input) => {
    const given = input[member];
    return [{ resource: typeof given === 'string' ? given : '*' }];
  });

const onListener = on('ListenerArn');
const onRule = on('RuleArn');
const onBalancer = on('LoadBalancerArn');
const onTargetGroup = on('TargetGroupArn');
const onEach = about<AddTagsInput | RemoveTagsInput>(({ ResourceArns = [] }) =>
  ResourceArns.map((resource) => ({ resource })),
);

/** The Describe operations know no resource type. Tags at the creation are not asked for apart. */
export const elbActions: Rules = {
  AddTags: onEach,
  CreateListener: about<CreateListenerInput>(({ LoadBalancerArn = '*' }) => [{ resource: LoadBalancerArn }]),
  CreateLoadBalancer: about<CreateLoadBalancerInput>(({ Name = '', Type = 'application' }, { world }) => {
    const kind = Type === 'network' ? 'net' : 'app';
    return [{ resource: arn(world, 'elasticloadbalancing', `loadbalancer/${kind}/${Name}/*`) }];
  }),
  CreateRule: about<CreateRuleInput>(({ ListenerArn = '*' }) => [{ resource: ListenerArn }]),
  CreateTargetGroup: about<CreateTargetGroupInput>(({ Name = '' }, { world }) => [
    { resource: arn(world, 'elasticloadbalancing', `targetgroup/${Name}/*`) },
  ]),
  DeleteListener: onListener,
  DeleteLoadBalancer: onBalancer,
  DeleteRule: onRule,
  DeleteTargetGroup: onTargetGroup,
  DescribeListeners: anything,
  DescribeLoadBalancerAttributes: anything,
  DescribeLoadBalancers: anything,
  DescribeRules: anything,
  DescribeTags: anything,
  DescribeTargetGroupAttributes: anything,
  DescribeTargetGroups: anything,
  DescribeTargetHealth: anything,
  ModifyListener: onListener,
  ModifyLoadBalancerAttributes: onBalancer,
  ModifyRule: onRule,
  ModifyTargetGroup: onTargetGroup,
  ModifyTargetGroupAttributes: onTargetGroup,
  RemoveTags: onEach,
  SetRulePriorities: about<SetRulePrioritiesInput>(({ RulePriorities = [] }) =>
    RulePriorities.map(({ RuleArn = '*' }) => ({ resource: RuleArn })),
  ),
};
