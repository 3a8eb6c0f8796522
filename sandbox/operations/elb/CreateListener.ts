import {
  CreateListener$,
  type CreateListenerInput,
  type CreateListenerOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { arn, hex } from '../../ids.ts';
import { AwsError, operation } from '../../operation.ts';
import { type Listener } from '../../world/elb.ts';
import { checkAssociation, readActions } from './actions.ts';
import { readSecurity } from './listener-security.ts';
import { findLoadBalancer, resourcePath } from './lookup.ts';
import { listenerInfo } from './shapes.ts';
import { readTags, setTags } from './tags.ts';

export const createListener = operation<CreateListenerInput, CreateListenerOutput>(
  CreateListener$,
  (input, sandbox) => {
    const { world, random, balancer: ports } = sandbox;
    const balancer = findLoadBalancer(world, input.LoadBalancerArn);
    const { Port: port, Protocol: protocol } = input;
    if (port === undefined || protocol === undefined) {
      throw new AwsError('ValidationError', 'A listener must have a port and a protocol');
    }
    const others = [...world.elb.listeners.values()].filter((other) => other.loadBalancerArn === balancer.arn);
    if (others.some((other) => other.port === port)) {
      throw new AwsError('DuplicateListener', 'A listener already exists on this port for this load balancer');
    }
    const actions = readActions(world, input.DefaultActions);
    checkAssociation(world, actions, balancer.arn);
    const tags = readTags(world, null, input.Tags);
    const listener: Listener = {
      arn: arn(world, 'elasticloadbalancing', `listener/${resourcePath(balancer.arn)}/${hex(random, 16)}`),
      loadBalancerArn: balancer.arn,
      port,
      protocol,
      actions,
      ...readSecurity(protocol, input),
    };
    world.elb.listeners.set(listener.arn, listener);
    setTags(world, listener.arn, tags);
    const output = (): CreateListenerOutput => ({ Listeners: [listenerInfo(listener, sandbox)] });
    const opening = ports.open(listener.arn);
    if (!opening) return output();
    return opening.then(output, (cause: unknown) => {
      world.elb.listeners.delete(listener.arn);
      world.elb.tags.delete(listener.arn);
      throw cause;
    });
  },
);
