import { TagResource$, type TagResourceRequest, type TagResourceResponse } from '@aws-sdk/client-ecr';
import { AwsError, operation } from '../../operation.ts';
import { readTags, repositoryByArn } from './tags.ts';

/** Adds the tags, or changes the values of those that are there; at most 50 (ECR API: TooManyTagsException). */
export const tagResource = operation<TagResourceRequest, TagResourceResponse>(TagResource$, (input, { world }) => {
  const { tags } = repositoryByArn(world, input.resourceArn);
  const given = readTags(input.tags);
  if (new Set([...tags.keys(), ...given.keys()]).size > 50) {
    throw new AwsError('TooManyTagsException', 'A repository has at most 50 tags');
  }
  for (const [key, value] of given) tags.set(key, value);
  return {};
});
