import {
  CreateLoadBalancer$,
  type CreateLoadBalancerInput,
  type CreateLoadBalancerOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { arn, hex } from '../../ids.ts';
import { AwsError, operation } from '../../operation.ts';
import { type LoadBalancer } from '../../world/elb.ts';
import { checkName } from './lookup.ts';
import { loadBalancerInfo } from './shapes.ts';
import { readTags, setTags } from './tags.ts';

/** There are no networks in the sandbox: whatever the subnets, the load balancer stands in this one. */
const VPC = 'vpc-0a1b2c3d4e5f60718';

export const createLoadBalancer = operation<CreateLoadBalancerInput, CreateLoadBalancerOutput>(
  CreateLoadBalancer$,
  (input, sandbox) => {
    const { world, clock, random } = sandbox;
    const name = checkName(input.Name, 'load balancer');
    const { Type: type = 'application', Scheme: scheme = 'internet-facing' } = input;
    if (type === 'gateway') {
      throw new AwsError('ValidationError', 'The sandbox has application and network load balancers');
    }
    if ([...world.elb.loadBalancers.values()].some((other) => other.name === name)) {
      throw new AwsError('DuplicateLoadBalancerName', `A load balancer with the name '${name}' already exists`);
    }
    const subnets = input.Subnets ?? (input.SubnetMappings ?? []).map(({ SubnetId = '' }) => SubnetId);
    checkSubnets(type, subnets);
    const tags = readTags(world, null, input.Tags);
    const balancer: LoadBalancer = {
      arn: arn(
        world,
        'elasticloadbalancing',
        `loadbalancer/${type === 'network' ? 'net' : 'app'}/${name}/${hex(random, 16)}`,
      ),
      name,
      subnets,
      securityGroups: input.SecurityGroups ?? [],
      dnsName: `${name}-${String(world.elb.loadBalancers.size + 1)}.${world.region}.elb.amazonaws.com`,
      type,
      scheme,
      vpcId: VPC,
      createdAt: clock.now(),
      attributes: new Map(),
    };
    world.elb.loadBalancers.set(balancer.arn, balancer);
    setTags(world, balancer.arn, tags);
    return { LoadBalancers: [loadBalancerInfo(balancer, sandbox)] };
  },
);

/** Zones are not known here, so that only the number is checked: two, for an application load balancer (ELB API reference). */
function checkSubnets(type: string, subnets: readonly string[]): void {
  const one = subnets.length > 0 && new Set(subnets).size < 2;
  if (type === 'application' && one)
    throw new AwsError('ValidationError', 'At least two subnets in two different Availability Zones must be specified');
}
