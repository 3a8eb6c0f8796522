import { arn } from '../../ids.ts';
import { about, anything, type Rules } from './rule.ts';

interface OnTarget {
  readonly ServiceNamespace?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly ScalableDimension?: string | undefined;
}

/** One that is not registered yet has no id. */
const onTarget = about<OnTarget>(({ ServiceNamespace = '', ResourceId = '', ScalableDimension = '' }, { world }) => {
  const known = world.autoscaling.targets.get(ResourceId);
  return [
    {
      resource: known?.arn ?? arn(world, 'application-autoscaling', 'scalable-target/*'),
      keys: {
        'application-autoscaling:service-namespace': ServiceNamespace,
        'application-autoscaling:scalable-dimension': ScalableDimension,
      },
    },
  ];
});

export const autoscalingActions: Rules = {
  DeleteScalingPolicy: onTarget,
  DeleteScheduledAction: onTarget,
  DeregisterScalableTarget: onTarget,
  DescribeScalableTargets: anything,
  DescribeScalingActivities: anything,
  DescribeScalingPolicies: anything,
  DescribeScheduledActions: anything,
  PutScalingPolicy: onTarget,
  PutScheduledAction: onTarget,
  RegisterScalableTarget: onTarget,
};
