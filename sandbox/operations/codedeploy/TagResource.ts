import { TagResource$, type TagResourceInput, type TagResourceOutput } from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { readTags, tagRequired, tagsOf } from './tags.ts';

/** Adds the tags, or changes the values of those that are there. */
export const tagResource = operation<TagResourceInput, TagResourceOutput>(TagResource$, (input, { world }) => {
  const tags = tagsOf(world, input.ResourceArn);
  if (!input.Tags) throw tagRequired();
  for (const [key, value] of readTags(input.Tags)) tags.set(key, value);
  return {};
});
