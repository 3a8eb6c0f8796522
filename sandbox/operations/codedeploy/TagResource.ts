import { TagResource$, type TagResourceInput, type TagResourceOutput } from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { addTags } from './tags.ts';

export const tagResource = operation<TagResourceInput, TagResourceOutput>(TagResource$, (input, { world }) => {
  addTags(world, input.ResourceArn, input.Tags);
  return {};
});
