import {
  RegisterScalableTarget$,
  type RegisterScalableTargetRequest,
  type RegisterScalableTargetResponse,
} from '@aws-sdk/client-application-auto-scaling';
import { clamp } from '../../autoscaling/activities.ts';
import { invalid, resourceIdOf, serviceOf } from '../../autoscaling/targets.ts';
import { arn, hex } from '../../ids.ts';
import { operation, type Sandbox } from '../../operation.ts';
import { type ScalableTarget } from '../../world/autoscaling.ts';

/** Registers or changes; a desired count out of the bounds is brought into them. */
export const registerScalableTarget = operation<RegisterScalableTargetRequest, RegisterScalableTargetResponse>(
  RegisterScalableTarget$,
  (input, sandbox) => {
    const resourceId = resourceIdOf(input);
    const service = serviceOf(sandbox.world, resourceId);
    const { targets } = sandbox.world.autoscaling;
    const before = targets.get(resourceId);
    const min = input.MinCapacity ?? before?.minCapacity;
    const max = input.MaxCapacity ?? before?.maxCapacity;
    if (min === undefined) throw invalid('Minimum capacity cannot be null when registering a new scalable target.');
    if (max === undefined) throw invalid('Maximum capacity cannot be null when registering a new scalable target.');
    if (min < 0) throw invalid('Minimum capacity must be 0 or more.');
    if (min > max) throw invalid('Maximum capacity cannot be less than minimum capacity');
    const target = before ?? newTarget(sandbox, resourceId);
    target.minCapacity = min;
    target.maxCapacity = max;
    target.roleArn = input.RoleARN ?? target.roleArn;
    target.suspended = { ...target.suspended, ...input.SuspendedState };
    targets.set(resourceId, target);
    clamp(sandbox, resourceId, service);
    return { ScalableTargetARN: target.arn };
  },
);

function newTarget({ world, clock, random }: Sandbox, resourceId: string): ScalableTarget {
  const role =
    'role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService';
  return {
    arn: arn(world, 'application-autoscaling', `scalable-target/${hex(random, 36)}`),
    resourceId,
    createdAt: clock.now(),
    minCapacity: 0,
    maxCapacity: 0,
    roleArn: `arn:${world.partition}:iam::${world.account}:${role}`,
    suspended: {
      DynamicScalingInSuspended: false,
      DynamicScalingOutSuspended: false,
      ScheduledScalingSuspended: false,
    },
    policies: new Map(),
    scheduled: new Map(),
  };
}
