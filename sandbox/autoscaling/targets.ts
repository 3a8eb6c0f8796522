/** Scalable targets: services of ECS and the bounds of their desired count. Other namespaces are not emulated. */
import { findService } from '../ecs/services.ts';
import { AwsError, type Sandbox } from '../operation.ts';
import { type ScalableTarget } from '../world/autoscaling.ts';
import { type Service } from '../world/ecs.ts';
import { type World } from '../world/world.ts';

export const NAMESPACE = 'ecs';
export const DIMENSION = 'ecs:service:DesiredCount';

export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

interface Named {
  readonly ServiceNamespace?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly ScalableDimension?: string | undefined;
}

/** Checks what every operation names its target by, and returns the resource id. Throws ValidationException. */
export function resourceIdOf({ ServiceNamespace, ResourceId = '', ScalableDimension }: Named): string {
  checkNamespace(ServiceNamespace);
  if (ScalableDimension !== DIMENSION) {
    throw invalid(
      `Unsupported service namespace, resource type or scalable dimension: this sandbox emulates ${DIMENSION} only.`,
    );
  }
  if (!/^service\/[\w-]+\/[\w-]+$/.test(ResourceId)) {
    throw invalid(
      `The ResourceId must be service/<cluster>/<service>; received ${JSON.stringify(ResourceId.slice(0, 100))}.`,
    );
  }
  return ResourceId;
}

export function checkNamespace(namespace: string | undefined): void {
  if (namespace === NAMESPACE) return;
  throw invalid(`The service namespace ${JSON.stringify(namespace ?? null)} is not emulated by this sandbox; ecs is.`);
}

/** Throws ValidationException where ECS has no such service. */
export function serviceOf(world: World, resourceId: string): Service {
  const [, cluster = '', name = ''] = resourceId.split('/');
  const service = findService(world, cluster, name);
  if (service?.status === 'ACTIVE') return service;
  throw invalid(`ECS service doesn't exist: ${resourceId}`);
}

export function targetOf({ world }: Sandbox, resourceId: string): ScalableTarget {
  const target = world.autoscaling.targets.get(resourceId);
  if (target) return target;
  throw new AwsError(
    'ObjectNotFoundException',
    `No scalable target found for service namespace: ${NAMESPACE}, resource ID: ${resourceId}, scalable dimension: ${DIMENSION}`,
  );
}
