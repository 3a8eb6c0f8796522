import { setDesiredCount } from '../ecs/desired-count.ts';
import { uuid } from '../ids.ts';
import { type Sandbox } from '../operation.ts';
import { type ScalingActivity } from '../world/autoscaling.ts';
import { type Service } from '../world/ecs.ts';

/** AWS keeps six weeks (Application Auto Scaling API: DescribeScalingActivities). */
const ACTIVITIES_KEPT = 1_000;

/**
 * Sets the service's desired count as Application Auto Scaling does, and records it. `cause`: `minimum capacity was set
 * to 2`, `monitor alarm … in state ALARM triggered policy …`.
 */
export function scaleService(
  sandbox: Sandbox,
  resourceId: string,
  service: Service,
  desiredCount: number,
  cause: string,
): ScalingActivity {
  const { world, clock, random } = sandbox;
  setDesiredCount(sandbox, service, desiredCount);
  const activity: ScalingActivity = {
    id: uuid(random),
    resourceId,
    description: `Setting desired count to ${desiredCount}.`,
    cause,
    startedAt: clock.now(),
    endedAt: clock.now(),
    status: 'Successful',
    message: `Successfully set desired count to ${desiredCount}. Change successfully fulfilled by ecs.`,
  };
  const { activities } = world.autoscaling;
  activities.push(activity);
  if (activities.length > ACTIVITIES_KEPT) activities.shift();
  return activity;
}

/** Brings the desired count into the target's bounds, when those are set (and only then). */
export function clamp(sandbox: Sandbox, resourceId: string, service: Service): void {
  const target = sandbox.world.autoscaling.targets.get(resourceId);
  if (!target) return;
  const { minCapacity: min, maxCapacity: max, suspended } = target;
  if (service.desiredCount < min && suspended.DynamicScalingOutSuspended !== true) {
    scaleService(sandbox, resourceId, service, min, `minimum capacity was set to ${min}`);
  } else if (service.desiredCount > max && suspended.DynamicScalingInSuspended !== true) {
    scaleService(sandbox, resourceId, service, max, `maximum capacity was set to ${max}`);
  }
}
