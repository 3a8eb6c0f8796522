import { type Tag } from '@aws-sdk/client-codedeploy';

import { AwsError } from '../../operation.ts';
import { findApplication, findGroup } from './lookup.ts';
import { type World } from '../../world/world.ts';

/** The tags of an application or a deployment group by its ARN. */
export function tagsOf(world: World, arn: string | undefined): Map<string, string> {
  if (!arn) throw new AwsError('ResourceArnRequiredException', 'The resource ARN is required');
  const kind = 'application|deploymentgroup';
  const [, type, name = ''] = new RegExp(`^arn:[^:]+:codedeploy:[^:]+:\\d{12}:(${kind}):(.+)$`).exec(arn) ?? [];
  if (type === undefined) throw new AwsError('InvalidArnException', 'The resource ARN is invalid');
  if (type === 'application') return (findApplication(world, name).tags ??= new Map<string, string>());
  const [application, group] = name.split('/', 2);
  return (findGroup(world, application, group).tags ??= new Map<string, string>());
}

/** Throws InvalidTagsToAddException. */
export function readTags(given: readonly Tag[]): Map<string, string> {
  if (given.some(({ Key }) => !Key || Key.length > 128 || Key.toLowerCase().startsWith('aws:'))) {
    throw new AwsError('InvalidTagsToAddException', 'A tag key must have 1 to 128 characters and not begin with aws:');
  }
  return new Map(given.map(({ Key = '', Value = '' }) => [Key, Value]));
}

export const tagRequired = (): AwsError => new AwsError('TagRequiredException', 'At least one tag is required');
