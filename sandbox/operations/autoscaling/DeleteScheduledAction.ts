import { DeleteScheduledAction$, type DeleteScheduledActionRequest } from '@aws-sdk/client-application-auto-scaling';
import { resourceIdOf, targetOf } from '../../autoscaling/targets.ts';
import { AwsError, operation } from '../../operation.ts';

export const deleteScheduledAction = operation<DeleteScheduledActionRequest, object>(
  DeleteScheduledAction$,
  (input, sandbox) => {
    const resourceId = resourceIdOf(input);
    const { ScheduledActionName: name = '' } = input;
    if (targetOf(sandbox, resourceId).scheduled.delete(name)) return {};
    throw new AwsError('ObjectNotFoundException', `No scheduled action found for ${resourceId}: ${name}`);
  },
);
