import { type CreateServiceRequest, type UpdateServiceRequest } from '@aws-sdk/client-ecs';
import { type RecordedOptions } from '../world/ecs.ts';

type Given = Pick<CreateServiceRequest & UpdateServiceRequest, keyof RecordedOptions>;

/** Those that the call gives, over those that hold. */
export function recordedOptions(given: Partial<Given>, before: RecordedOptions = {}): RecordedOptions {
  const { deploymentConfiguration, enableECSManagedTags, enableExecuteCommand, propagateTags } = given;
  return {
    ...before,
    ...(deploymentConfiguration !== undefined && { deploymentConfiguration }),
    ...(enableECSManagedTags !== undefined && { enableECSManagedTags }),
    ...(enableExecuteCommand !== undefined && { enableExecuteCommand }),
    ...(propagateTags !== undefined && { propagateTags }),
  };
}
