import { DeleteService$, type DeleteServiceRequest, type DeleteServiceResponse } from '@aws-sdk/client-ecs';
import { describeService } from '../../ecs/describe-service.ts';
import { activeService } from '../../ecs/services.ts';
import { removeTaskSet } from '../../ecs/task-sets.ts';
import { AwsError, operation } from '../../operation.ts';

/** DRAINING at first, INACTIVE once its tasks have ended. */
export const deleteService = operation<DeleteServiceRequest, DeleteServiceResponse>(
  DeleteService$,
  (input, sandbox) => {
    const service = activeService(sandbox.world, input.cluster, input.service);
    if (service.desiredCount > 0 && input.force !== true) {
      throw new AwsError('InvalidParameterException', 'The service cannot be stopped while it is scaled above 0.');
    }
    service.status = 'DRAINING';
    service.desiredCount = 0;
    for (const { id } of service.taskSets) removeTaskSet(sandbox, service, id);
    sandbox.clock.after(sandbox.settings.drainMs, () => {
      service.status = 'INACTIVE';
    });
    return { service: describeService(service, sandbox.settings) };
  },
);
