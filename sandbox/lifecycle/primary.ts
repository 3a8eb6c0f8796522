/** When the service's own task definition follows that of its PRIMARY task set is an open point. */
import { setPrimary } from '../ecs/task-sets.ts';
import { findService } from '../ecs/services.ts';
import { type Sandbox } from '../operation.ts';
import { type Deployment } from '../world/codedeploy.ts';
import { type Service } from '../world/ecs.ts';

/** Makes the task set the PRIMARY one. */
export function makePrimary({ settings }: Sandbox, service: Service, taskSetId: string): void {
  const before = service.taskDefinition;
  setPrimary(service, taskSetId);
  if (settings.serviceTaskDefinition !== 'swap') service.taskDefinition = before;
}

/** A deployment has succeeded. */
export function followPrimary({ settings, world }: Sandbox, { options }: Deployment): void {
  if (settings.serviceTaskDefinition !== 'success') return;
  const service = findService(world, options.cluster, options.service);
  const primary = service?.taskSets.find(({ status }) => status === 'PRIMARY');
  if (service && primary) service.taskDefinition = primary.taskDefinition;
}
