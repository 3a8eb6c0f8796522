import { type Operation } from '../../operation.ts';
import { deleteScalingPolicy } from './DeleteScalingPolicy.ts';
import { deleteScheduledAction } from './DeleteScheduledAction.ts';
import { deregisterScalableTarget } from './DeregisterScalableTarget.ts';
import { describeScalableTargets } from './DescribeScalableTargets.ts';
import { describeScalingActivities } from './DescribeScalingActivities.ts';
import { describeScalingPolicies } from './DescribeScalingPolicies.ts';
import { describeScheduledActions } from './DescribeScheduledActions.ts';
import { putScalingPolicy } from './PutScalingPolicy.ts';
import { putScheduledAction } from './PutScheduledAction.ts';
import { registerScalableTarget } from './RegisterScalableTarget.ts';

export const autoscalingOperations: Readonly<Record<string, Operation>> = {
  DeleteScalingPolicy: deleteScalingPolicy,
  DeleteScheduledAction: deleteScheduledAction,
  DeregisterScalableTarget: deregisterScalableTarget,
  DescribeScalableTargets: describeScalableTargets,
  DescribeScalingActivities: describeScalingActivities,
  DescribeScalingPolicies: describeScalingPolicies,
  DescribeScheduledActions: describeScheduledActions,
  PutScalingPolicy: putScalingPolicy,
  PutScheduledAction: putScheduledAction,
  RegisterScalableTarget: registerScalableTarget,
};
