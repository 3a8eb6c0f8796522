import { deleteScheduledAction } from '../../operations/autoscaling/DeleteScheduledAction.ts';
import { deregisterScalableTarget } from '../../operations/autoscaling/DeregisterScalableTarget.ts';
import { putScheduledAction } from '../../operations/autoscaling/PutScheduledAction.ts';
import { registerScalableTarget } from '../../operations/autoscaling/RegisterScalableTarget.ts';
import { targetOf } from '../../autoscaling/targets.ts';
import { type JsonObject } from '../../json.ts';
import { AwsError, type Sandbox } from '../../operation.ts';
import { call } from './call.ts';
import { type ResourceHandler } from './handler.ts';
import { objectsOf, stringOf, without } from './members.ts';
import { typed } from './typed.ts';

const TYPE = 'AWS::ApplicationAutoScaling::ScalableTarget';

/** Ref of a target: `service/cluster/name|ecs:service:DesiredCount|ecs` (CloudFormation reference). */
export function targetIdentity(id: string): JsonObject {
  const [ResourceId, ScalableDimension, ServiceNamespace, ...more] = id.split('|');
  if (ServiceNamespace !== undefined && more.length === 0) return { ResourceId, ScalableDimension, ServiceNamespace };
  throw new AwsError(
    'ValidationException',
    `ScalingTargetId must be <resource>|<dimension>|<namespace>, as Ref of a scalable target; received ${JSON.stringify(id)}.`,
  );
}

const idOf = (properties: JsonObject): string =>
  ['ResourceId', 'ScalableDimension', 'ServiceNamespace'].map((name) => stringOf(properties, name) ?? '').join('|');

async function schedule(sandbox: Sandbox, identity: JsonObject, properties: JsonObject): Promise<void> {
  const wanted = objectsOf(properties['ScheduledActions']);
  const names = wanted.map((action) => stringOf(action, 'ScheduledActionName') ?? '');
  const { scheduled } = targetOf(sandbox, stringOf(identity, 'ResourceId') ?? '');
  for (const ScheduledActionName of [...scheduled.keys()].filter((name) => !names.includes(name))) {
    await call(deleteScheduledAction, { ...identity, ScheduledActionName }, sandbox);
  }
  for (const action of wanted) await call(putScheduledAction, { ...identity, ...action }, sandbox);
}

async function register(properties: JsonObject, sandbox: Sandbox): Promise<void> {
  await call(registerScalableTarget, without(properties, 'ScheduledActions', 'Tags'), sandbox);
  await schedule(sandbox, targetIdentity(idOf(properties)), properties);
}

/** The service's desired count is brought into the bounds. */
export const scalableTargetHandler: ResourceHandler = {
  async create(given, { sandbox }) {
    const properties = typed(TYPE, given);
    const id = idOf(properties);
    const isThere = (): boolean => sandbox.world.autoscaling.targets.has(stringOf(properties, 'ResourceId') ?? '');
    const wasThere = isThere();
    try {
      await register(properties, sandbox);
    } catch (cause) {
      if (isThere() && !wasThere) await call(deregisterScalableTarget, targetIdentity(id), sandbox);
      throw cause;
    }
    return { physicalId: id, ref: id, attributes: { Id: id } };
  },
  async update(made, properties, _previous, { sandbox }) {
    await register(typed(TYPE, properties), sandbox);
    return made;
  },
  async remove(made, _properties, { sandbox }) {
    await call(deregisterScalableTarget, targetIdentity(made.physicalId), sandbox);
  },
};
