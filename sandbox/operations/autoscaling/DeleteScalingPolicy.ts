import { DeleteScalingPolicy$, type DeleteScalingPolicyRequest } from '@aws-sdk/client-application-auto-scaling';
import { resourceIdOf, targetOf } from '../../autoscaling/targets.ts';
import { removeTrackingAlarms } from '../../autoscaling/tracking-alarms.ts';
import { AwsError, operation } from '../../operation.ts';

export const deleteScalingPolicy = operation<DeleteScalingPolicyRequest, object>(
  DeleteScalingPolicy$,
  (input, sandbox) => {
    const resourceId = resourceIdOf(input);
    const { policies } = targetOf(sandbox, resourceId);
    const { PolicyName: name = '' } = input;
    const policy = policies.get(name);
    if (!policy) throw new AwsError('ObjectNotFoundException', `No scaling policy found for ${resourceId}: ${name}`);
    removeTrackingAlarms(sandbox, policy);
    policies.delete(name);
    return {};
  },
);
