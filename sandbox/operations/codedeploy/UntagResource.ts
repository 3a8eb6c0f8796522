import { UntagResource$, type UntagResourceInput, type UntagResourceOutput } from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { tagRequired, tagsOf } from './tags.ts';

export const untagResource = operation<UntagResourceInput, UntagResourceOutput>(UntagResource$, (input, { world }) => {
  const tags = tagsOf(world, input.ResourceArn);
  if (!input.TagKeys) throw tagRequired();
  for (const key of input.TagKeys) tags.delete(key);
  return {};
});
