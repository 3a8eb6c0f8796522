import {
  DescribeLoadBalancerAttributes$,
  type DescribeLoadBalancerAttributesInput,
  type DescribeLoadBalancerAttributesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { operation } from '../../operation.ts';
import { balancerAttributes } from './attributes.ts';
import { findLoadBalancer } from './lookup.ts';

export const describeLoadBalancerAttributes = operation<
  DescribeLoadBalancerAttributesInput,
  DescribeLoadBalancerAttributesOutput
>(DescribeLoadBalancerAttributes$, (input, { world }) => ({
  Attributes: balancerAttributes(findLoadBalancer(world, input.LoadBalancerArn)),
}));
