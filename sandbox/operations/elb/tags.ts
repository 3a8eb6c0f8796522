/** Tags of load balancers, listeners, rules and target groups. */
import { type Tag } from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError } from '../../operation.ts';
import { type World } from '../../world/world.ts';
import { findListener, findLoadBalancer, findRule, findTargetGroup } from './lookup.ts';
import { isDefaultRule } from './shapes.ts';

/** ELBv2 API: TooManyTags. */
const MOST_TAGS = 50;

/** Throws the error of the kind of resource that the ARN names, where it is not there. */
export function findTagged(world: World, arn: string): string {
  if (arn.includes(':loadbalancer/')) return findLoadBalancer(world, arn).arn;
  if (arn.includes(':targetgroup/')) return findTargetGroup(world, arn).arn;
  if (arn.includes(':listener/')) return findListener(world, arn).arn;
  return isDefaultRule(world, arn) ? arn : findRule(world, arn).arn;
}

/** What checks it before anything is changed. Throws ValidationError, DuplicateTagKeys, TooManyTags. */
export function readTags(
  world: World,
  arn: string | null,
  given: readonly Tag[] | undefined,
): ReadonlyMap<string, string> {
  const tags = (given ?? []).map(({ Key: key = '', Value: value = '' }) => [key, value] as const);
  if (tags.some(([key, value]) => key === '' || key.length > 128 || value.length > 256)) {
    throw new AwsError('ValidationError', 'A tag must have a key of 1 to 128 characters and a value of at most 256');
  }
  const read = new Map(tags);
  if (read.size < tags.length) throw new AwsError('DuplicateTagKeys', 'A tag key was specified more than once');
  const all = new Set([...(world.elb.tags.get(arn ?? '')?.keys() ?? []), ...read.keys()]);
  if (all.size > MOST_TAGS) throw new AwsError('TooManyTags', `A resource may have at most ${MOST_TAGS} tags`);
  return read;
}

export function setTags(world: World, arn: string, tags: ReadonlyMap<string, string>): void {
  if (tags.size > 0) world.elb.tags.set(arn, new Map([...(world.elb.tags.get(arn) ?? []), ...tags]));
}
