import { type Tag as GivenTag } from '@aws-sdk/client-ecs';
import { AwsError } from '../operation.ts';
import { type Tag } from '../world/ecs.ts';

/** ECS API: at most 50 tags, none with the prefix `aws:`. Throws InvalidParameterException. */
export function tagsOf(given: readonly GivenTag[] | undefined): Tag[] {
  const tags = (given ?? []).map(({ key = '', value = '' }) => ({ key, value }));
  const refuse = (message: string): never => {
    throw new AwsError('InvalidParameterException', message);
  };
  if (tags.length > 50) refuse('Tags can not contain more than 50 elements.');
  if (tags.some(({ key }) => key === '')) refuse('Tag key can not be blank.');
  if (tags.some(({ key }) => key.toLowerCase().startsWith('aws:'))) {
    refuse("Tag keys can not start with 'aws:', which is reserved for AWS use.");
  }
  return tags;
}
