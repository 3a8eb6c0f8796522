import {
  ListTagsForResource$,
  type ListTagsForResourceInput,
  type ListTagsForResourceOutput,
} from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { tagsOf } from './tags.ts';

export const listTagsForResource = operation<ListTagsForResourceInput, ListTagsForResourceOutput>(
  ListTagsForResource$,
  (input, { world }) => ({
    Tags: [...tagsOf(world, input.ResourceArn)].map(([Key, Value]) => ({ Key, Value })),
  }),
);
