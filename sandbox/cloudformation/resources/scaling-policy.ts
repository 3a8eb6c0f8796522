import { deleteScalingPolicy } from '../../operations/autoscaling/DeleteScalingPolicy.ts';
import { putScalingPolicy } from '../../operations/autoscaling/PutScalingPolicy.ts';
import { type JsonObject } from '../../json.ts';
import { type Sandbox } from '../../operation.ts';
import { answered, call } from './call.ts';
import { type ResourceHandler } from './handler.ts';
import { stringOf } from './members.ts';
import { targetIdentity } from './scalable-target.ts';
import { typed } from './typed.ts';

const TYPE = 'AWS::ApplicationAutoScaling::ScalingPolicy';

/** A policy names its target by ScalingTargetId alone, or by the three members that an id holds. */
function inputOf(given: JsonObject): JsonObject {
  const { ScalingTargetId, ...properties } = typed(TYPE, given);
  return typeof ScalingTargetId === 'string' ? { ...properties, ...targetIdentity(ScalingTargetId) } : properties;
}

async function put(given: JsonObject, sandbox: Sandbox): Promise<string> {
  const { PolicyARN } = await call(putScalingPolicy, inputOf(given), sandbox);
  return answered(PolicyARN, 'PolicyARN');
}

export const scalingPolicyHandler: ResourceHandler = {
  async create(properties, { sandbox }) {
    const arn = await put(properties, sandbox);
    return { physicalId: arn, ref: arn, attributes: { Arn: arn } };
  },
  async update(made, properties, _previous, { sandbox }) {
    await put(properties, sandbox);
    return made;
  },
  async remove(_made, properties, { sandbox }) {
    const { ServiceNamespace, ResourceId, ScalableDimension } = inputOf(properties);
    const PolicyName = stringOf(properties, 'PolicyName');
    await call(deleteScalingPolicy, { ServiceNamespace, ResourceId, ScalableDimension, PolicyName }, sandbox);
  },
};
