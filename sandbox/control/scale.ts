import { scaleService } from '../autoscaling/activities.ts';
import { findService } from '../ecs/services.ts';
import { type Sandbox } from '../operation.ts';
import { type Body, Invalid, refuseUnknown, shown, textMember } from './invalid.ts';

/**
 * `POST /_sandbox/scale {"cluster", "service", "desiredCount", "policy"?}`: plays a scaling activity of Application Auto
 * Scaling, as if an alarm had triggered that policy. A registered target's bounds hold.
 */
export function playScaling(sandbox: Sandbox, body: Body): unknown {
  refuseUnknown(body, ['cluster', 'service', 'desiredCount', 'policy']);
  const cluster = textMember(body, 'cluster');
  const name = textMember(body, 'service');
  const desiredCount = body.get('desiredCount');
  if (typeof desiredCount !== 'number' || !Number.isInteger(desiredCount) || desiredCount < 0 || desiredCount > 5000) {
    throw new Invalid(`desiredCount must be a whole number from 0 to 5000; received ${shown(desiredCount)}.`);
  }
  const service = findService(sandbox.world, cluster, name);
  if (service?.status !== 'ACTIVE')
    throw new Invalid(`There is no active service ${shown(name)} in ${shown(cluster)}.`);
  const resourceId = `service/${service.clusterArn.split('/').at(-1) ?? ''}/${service.name}`;
  const target = sandbox.world.autoscaling.targets.get(resourceId);
  const wanted = Math.min(Math.max(desiredCount, target?.minCapacity ?? 0), target?.maxCapacity ?? 5000);
  const policy = body.has('policy')
    ? textMember(body, 'policy')
    : ([...(target?.policies.keys() ?? [])][0] ?? 'played');
  const direction = wanted < service.desiredCount ? 'AlarmLow' : 'AlarmHigh';
  const alarms = target?.policies.get(policy)?.alarms ?? [];
  const alarm = alarms.find((each) => each.includes(direction)) ?? `TargetTracking-${resourceId}-${direction}`;
  const cause = `monitor alarm ${alarm} in state ALARM triggered policy ${policy}`;
  return scaleService(sandbox, resourceId, service, wanted, cause);
}
