import {
  DescribeLoadBalancers$,
  type DescribeLoadBalancersInput,
  type DescribeLoadBalancersOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError, operation } from '../../operation.ts';
import { type LoadBalancer } from '../../world/elb.ts';
import { type World } from '../../world/world.ts';
import { findLoadBalancer } from './lookup.ts';
import { page } from './marker.ts';
import { loadBalancerInfo } from './shapes.ts';

function byName(world: World, name: string): LoadBalancer {
  const found = [...world.elb.loadBalancers.values()].find((balancer) => balancer.name === name);
  if (found) return found;
  throw new AwsError('LoadBalancerNotFound', `Load balancers '[${name}]' not found`);
}

export const describeLoadBalancers = operation<DescribeLoadBalancersInput, DescribeLoadBalancersOutput>(
  DescribeLoadBalancers$,
  (input, sandbox) => {
    const { world } = sandbox;
    const { LoadBalancerArns: arns, Names: names } = input;
    const asked = arns?.length
      ? arns.map((arn) => findLoadBalancer(world, arn))
      : names?.length
        ? names.map((name) => byName(world, name))
        : [...world.elb.loadBalancers.values()];
    const { items, NextMarker } = page(asked, input);
    return { LoadBalancers: items.map((balancer) => loadBalancerInfo(balancer, sandbox)), NextMarker };
  },
);
