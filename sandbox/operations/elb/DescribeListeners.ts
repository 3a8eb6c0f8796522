import {
  DescribeListeners$,
  type DescribeListenersInput,
  type DescribeListenersOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError, operation } from '../../operation.ts';
import { findListener, findLoadBalancer } from './lookup.ts';
import { page } from './marker.ts';
import { listenerInfo } from './shapes.ts';

export const describeListeners = operation<DescribeListenersInput, DescribeListenersOutput>(
  DescribeListeners$,
  (input, sandbox) => {
    const { world } = sandbox;
    if (input.LoadBalancerArn === undefined && !input.ListenerArns?.length) {
      throw new AwsError('ValidationError', 'You must specify either listener ARNs or a load balancer ARN');
    }
    const balancer = input.LoadBalancerArn === undefined ? undefined : findLoadBalancer(world, input.LoadBalancerArn);
    const asked = input.ListenerArns?.length
      ? input.ListenerArns.map((arn) => findListener(world, arn))
      : [...world.elb.listeners.values()].filter((listener) => listener.loadBalancerArn === balancer?.arn);
    const { items, NextMarker } = page(asked, input);
    return { Listeners: items.map((listener) => listenerInfo(listener, sandbox)), NextMarker };
  },
);
