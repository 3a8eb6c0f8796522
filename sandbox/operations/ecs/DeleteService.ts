import { DeleteService$, type DeleteServiceRequest, type DeleteServiceResponse } from '@aws-sdk/client-ecs';
import { describeService } from '../../ecs/describe-service.ts';
import { clusterOf } from '../../ecs/clusters.ts';
import { findService } from '../../ecs/services.ts';
import { removeTaskSet } from '../../ecs/task-sets.ts';
import { AwsError, operation } from '../../operation.ts';

/** DRAINING at first, INACTIVE once its tasks have ended; it is then no longer found (ECS API: DeleteService). */
export const deleteService = operation<DeleteServiceRequest, DeleteServiceResponse>(
  DeleteService$,
  (input, sandbox) => {
    clusterOf(sandbox.world, input.cluster);
    const service = findService(sandbox.world, input.cluster, input.service ?? '');
    if (service?.status !== 'ACTIVE') throw new AwsError('ServiceNotFoundException', 'Service not found.');
    if (service.desiredCount > 0 && input.force !== true) {
      throw new AwsError('InvalidParameterException', 'The service cannot be stopped while it is scaled above 0.');
    }
    service.status = 'DRAINING';
    service.desiredCount = 0;
    // With the task sets goes what the answer tells of them.
    const described = describeService(service, sandbox.settings);
    for (const { id } of service.taskSets) removeTaskSet(sandbox, service, id);
    sandbox.clock.after(sandbox.settings.drainMs, () => {
      service.status = 'INACTIVE';
    });
    const { runningCount, pendingCount, taskSets } = describeService(service, sandbox.settings);
    return { service: { ...described, runningCount, pendingCount, taskSets, tags: [...service.tags] } };
  },
);
