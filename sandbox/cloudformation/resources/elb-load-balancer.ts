import { createLoadBalancer } from '../../operations/elb/CreateLoadBalancer.ts';
import { deleteLoadBalancer } from '../../operations/elb/DeleteLoadBalancer.ts';
import { modifyLoadBalancerAttributes } from '../../operations/elb/ModifyLoadBalancerAttributes.ts';
import { balancerAttributes } from '../../operations/elb/attributes.ts';
import { findLoadBalancer, resourcePath } from '../../operations/elb/lookup.ts';
import { loadBalancerInfo } from '../../operations/elb/shapes.ts';
import { type JsonObject } from '../../json.ts';
import { type Sandbox } from '../../operation.ts';
import { type Made } from '../template/template.ts';
import { attributesAfter, attributesOf } from './attribute-list.ts';
import { answered, call } from './call.ts';
import { restoring } from './elb-restoring.ts';
import { changeElbTags } from './elb-tags.ts';
import { type ResourceContext, type ResourceHandler } from './handler.ts';
import { textsOf } from './members.ts';
import { BALANCER_NAME_LIMIT, generatedName } from './names.ts';
import { upperTags } from './tags.ts';
import { typed } from './typed.ts';

const TYPE = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

function madeOf(sandbox: Sandbox, arn: string): Made {
  const balancer = findLoadBalancer(sandbox.world, arn);
  const info = loadBalancerInfo(balancer, sandbox);
  return {
    physicalId: arn,
    ref: arn,
    attributes: {
      LoadBalancerArn: arn,
      // As on AWS in any case: its listeners' real ports, which go with the loopback's address, are still to come.
      DNSName: balancer.dnsName,
      LoadBalancerName: info.LoadBalancerName ?? '',
      LoadBalancerFullName: resourcePath(arn),
      CanonicalHostedZoneID: info.CanonicalHostedZoneId ?? '',
      SecurityGroups: info.SecurityGroups ?? [],
    },
  };
}

async function create(given: JsonObject, context: ResourceContext): Promise<Made> {
  const { sandbox } = context;
  const { LoadBalancerAttributes, ...properties } = typed(TYPE, given);
  const Name = generatedName(context, BALANCER_NAME_LIMIT);
  const input = { Name, ...properties, Tags: upperTags(properties, context) };
  const { LoadBalancers } = await call(createLoadBalancer, input, sandbox);
  const arn = answered(LoadBalancers?.[0]?.LoadBalancerArn, 'LoadBalancerArn');
  const Attributes = attributesOf(LoadBalancerAttributes).map((each) => ({ ...each }));
  try {
    const change = { LoadBalancerArn: arn, Attributes };
    if (Attributes.length > 0) await call(modifyLoadBalancerAttributes, change, sandbox);
  } catch (cause) {
    await call(deleteLoadBalancer, { LoadBalancerArn: arn }, sandbox);
    throw cause;
  }
  return madeOf(sandbox, arn);
}

/** Subnets and security groups have no operations here (SetSubnets, SetSecurityGroups): they are put down as they are. */
function place({ world }: Sandbox, arn: string, properties: JsonObject): void {
  const subnets = textsOf(properties['Subnets']);
  const securityGroups = textsOf(properties['SecurityGroups']);
  const before = findLoadBalancer(world, arn);
  world.elb.loadBalancers.set(arn, { ...before, ...(subnets.length > 0 && { subnets }), securityGroups });
}

export const loadBalancerHandler: ResourceHandler = {
  create,
  async update(made, given, previous, context) {
    const { sandbox } = context;
    const arn = made.physicalId;
    const properties = typed(TYPE, given);
    const balancer = findLoadBalancer(sandbox.world, arn);
    const Attributes = attributesAfter(
      properties['LoadBalancerAttributes'],
      typed(TYPE, previous)['LoadBalancerAttributes'],
      balancerAttributes({ ...balancer, attributes: new Map() }),
    );
    const change = { LoadBalancerArn: arn, Attributes };
    await restoring(sandbox, arn, async () => {
      if (Attributes.length > 0) await call(modifyLoadBalancerAttributes, change, sandbox);
      place(sandbox, arn, properties);
      await changeElbTags(arn, properties, context);
    });
    return madeOf(sandbox, arn);
  },
  async remove(made, _properties, { sandbox }) {
    await call(deleteLoadBalancer, { LoadBalancerArn: made.physicalId }, sandbox);
  },
};
