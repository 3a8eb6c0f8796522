import { createTargetGroup } from '../../operations/elb/CreateTargetGroup.ts';
import { deleteTargetGroup } from '../../operations/elb/DeleteTargetGroup.ts';
import { modifyTargetGroup } from '../../operations/elb/ModifyTargetGroup.ts';
import { modifyTargetGroupAttributes } from '../../operations/elb/ModifyTargetGroupAttributes.ts';
import { loadBalancersOf } from '../../operations/elb/actions.ts';
import { groupAttributes } from '../../operations/elb/attributes.ts';
import { findTargetGroup } from '../../operations/elb/lookup.ts';
import { type JsonObject } from '../../json.ts';
import { type Sandbox } from '../../operation.ts';
import { type Made } from '../template/template.ts';
import { attributesAfter, attributesOf } from './attribute-list.ts';
import { answered, call } from './call.ts';
import { restoring } from './elb-restoring.ts';
import { changeElbTags } from './elb-tags.ts';
import { type ResourceContext, type ResourceHandler } from './handler.ts';
import { BALANCER_NAME_LIMIT, generatedName } from './names.ts';
import { upperTags } from './tags.ts';
import { typed } from './typed.ts';

const TYPE = 'AWS::ElasticLoadBalancingV2::TargetGroup';

function madeOf({ world }: Sandbox, arn: string): Made {
  return {
    physicalId: arn,
    ref: arn,
    attributes: {
      TargetGroupArn: arn,
      TargetGroupName: findTargetGroup(world, arn).name,
      TargetGroupFullName: arn.slice(arn.indexOf(':targetgroup/') + 1),
      // Empty until a listener names it, as in CloudFormation: a template that wants it depends on the listener.
      LoadBalancerArns: loadBalancersOf(world, arn),
    },
  };
}

async function create(given: JsonObject, context: ResourceContext): Promise<Made> {
  const { sandbox } = context;
  const { TargetGroupAttributes, ...properties } = typed(TYPE, given);
  const Name = generatedName(context, BALANCER_NAME_LIMIT);
  const input = { Name, ...properties, Tags: upperTags(properties, context) };
  const { TargetGroups } = await call(createTargetGroup, input, sandbox);
  const arn = answered(TargetGroups?.[0]?.TargetGroupArn, 'TargetGroupArn');
  const Attributes = attributesOf(TargetGroupAttributes).map((each) => ({ ...each }));
  try {
    const change = { TargetGroupArn: arn, Attributes };
    if (Attributes.length > 0) await call(modifyTargetGroupAttributes, change, sandbox);
  } catch (cause) {
    await call(deleteTargetGroup, { TargetGroupArn: arn }, sandbox);
    throw cause;
  }
  return madeOf(sandbox, arn);
}

export const targetGroupHandler: ResourceHandler = {
  create,
  async update(made, given, previous, context) {
    const { sandbox } = context;
    const arn = made.physicalId;
    const properties = typed(TYPE, given);
    const Attributes = attributesAfter(
      properties['TargetGroupAttributes'],
      typed(TYPE, previous)['TargetGroupAttributes'],
      groupAttributes({ ...findTargetGroup(sandbox.world, arn), attributes: new Map() }),
    );
    const change = { TargetGroupArn: arn, Attributes };
    await restoring(sandbox, arn, async () => {
      await call(modifyTargetGroup, { ...properties, TargetGroupArn: arn }, sandbox);
      if (Attributes.length > 0) await call(modifyTargetGroupAttributes, change, sandbox);
      await changeElbTags(arn, properties, context);
    });
    return madeOf(sandbox, arn);
  },
  async remove(made, _properties, { sandbox }) {
    await call(deleteTargetGroup, { TargetGroupArn: made.physicalId }, sandbox);
  },
};
