import {
  ModifyLoadBalancerAttributes$,
  type ModifyLoadBalancerAttributesInput,
  type ModifyLoadBalancerAttributesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { operation } from '../../operation.ts';
import { balancerAttributes, setAttributes } from './attributes.ts';
import { findLoadBalancer } from './lookup.ts';

export const modifyLoadBalancerAttributes = operation<
  ModifyLoadBalancerAttributesInput,
  ModifyLoadBalancerAttributesOutput
>(ModifyLoadBalancerAttributes$, (input, { world }) => {
  const balancer = findLoadBalancer(world, input.LoadBalancerArn);
  setAttributes(balancer.attributes, input.Attributes);
  return { Attributes: balancerAttributes(balancer) };
});
