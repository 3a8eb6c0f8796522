import {
  DeregisterScalableTarget$,
  type DeregisterScalableTargetRequest,
} from '@aws-sdk/client-application-auto-scaling';
import { resourceIdOf, targetOf } from '../../autoscaling/targets.ts';
import { removeTrackingAlarms } from '../../autoscaling/tracking-alarms.ts';
import { operation } from '../../operation.ts';

/** Its policies and their alarms go with it; the desired count stays. */
export const deregisterScalableTarget = operation<DeregisterScalableTargetRequest, object>(
  DeregisterScalableTarget$,
  (input, sandbox) => {
    const target = targetOf(sandbox, resourceIdOf(input));
    for (const policy of target.policies.values()) removeTrackingAlarms(sandbox, policy);
    sandbox.world.autoscaling.targets.delete(target.resourceId);
    return {};
  },
);
