import {
  DescribeTargetGroups$,
  type DescribeTargetGroupsInput,
  type DescribeTargetGroupsOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { targetGroupByName } from '../../lifecycle/target-groups.ts';
import { AwsError, operation } from '../../operation.ts';
import { type TargetGroup } from '../../world/elb.ts';
import { type World } from '../../world/world.ts';
import { loadBalancersOf } from './actions.ts';
import { findLoadBalancer, findTargetGroup } from './lookup.ts';
import { page } from './marker.ts';
import { targetGroupInfo } from './shapes.ts';

function byName(world: World, name: string): TargetGroup {
  const found = targetGroupByName(world, name);
  if (found) return found;
  throw new AwsError('TargetGroupNotFound', 'One or more target groups not found');
}

function asked(world: World, input: DescribeTargetGroupsInput): TargetGroup[] {
  if (input.TargetGroupArns?.length) return input.TargetGroupArns.map((arn) => findTargetGroup(world, arn));
  if (input.Names?.length) return input.Names.map((name) => byName(world, name));
  const all = [...world.elb.targetGroups.values()];
  if (input.LoadBalancerArn === undefined) return all;
  const balancer = findLoadBalancer(world, input.LoadBalancerArn);
  return all.filter((group) => loadBalancersOf(world, group.arn).includes(balancer.arn));
}

export const describeTargetGroups = operation<DescribeTargetGroupsInput, DescribeTargetGroupsOutput>(
  DescribeTargetGroups$,
  (input, { world }) => {
    const { items, NextMarker } = page(asked(world, input), input);
    return { TargetGroups: items.map((group) => targetGroupInfo(world, group)), NextMarker };
  },
);
