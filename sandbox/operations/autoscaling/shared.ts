import { AwsError } from '../../operation.ts';
import { type Page, pageOf } from '../../paging.ts';
import { invalid } from '../../autoscaling/targets.ts';

/** Lists take 1 to 50 at a time, and 50 when `MaxResults` is not given. */
export function page<T>(all: readonly T[], token: string | undefined, size = 50): Page<T> {
  if (size < 1 || size > 50) throw invalid(`MaxResults must be from 1 to 50; received ${size}.`);
  return pageOf(all, token, size, () => new AwsError('InvalidNextTokenException', 'The next token is invalid.'));
}

/** What every description begins with. */
export const identity = (resourceId: string) =>
  ({ ServiceNamespace: 'ecs', ResourceId: resourceId, ScalableDimension: 'ecs:service:DesiredCount' }) as const;

interface Filter {
  readonly ResourceId?: string | undefined;
  readonly ScalableDimension?: string | undefined;
}

/** A dimension alone says nothing: AWS wants the resource with it. */
export function resourceFilter({ ResourceId, ScalableDimension }: Filter): (resourceId: string) => boolean {
  if (ScalableDimension !== undefined && ResourceId === undefined) {
    throw invalid('If you specify a scalable dimension, you must also specify a resource ID.');
  }
  return (resourceId) => ResourceId === undefined || resourceId === ResourceId;
}
