import { AddTags$, type AddTagsInput, type AddTagsOutput } from '@aws-sdk/client-elastic-load-balancing-v2';

import { operation } from '../../operation.ts';
import { findTagged, readTags, setTags } from './tags.ts';

/** Keys that are there already get the new value. */
export const addTags = operation<AddTagsInput, AddTagsOutput>(AddTags$, (input, { world }) => {
  const arns = (input.ResourceArns ?? []).map((arn) => findTagged(world, arn));
  const read = arns.map((arn) => [arn, readTags(world, arn, input.Tags)] as const);
  for (const [arn, tags] of read) setTags(world, arn, tags);
  return {};
});
