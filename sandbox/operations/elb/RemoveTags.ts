import { RemoveTags$, type RemoveTagsInput, type RemoveTagsOutput } from '@aws-sdk/client-elastic-load-balancing-v2';

import { operation } from '../../operation.ts';
import { findTagged } from './tags.ts';

export const removeTags = operation<RemoveTagsInput, RemoveTagsOutput>(RemoveTags$, (input, { world }) => {
  const arns = (input.ResourceArns ?? []).map((arn) => findTagged(world, arn));
  for (const arn of arns) for (const key of input.TagKeys ?? []) world.elb.tags.get(arn)?.delete(key);
  return {};
});
