import {
  ListTagsForResource$,
  type ListTagsForResourceRequest,
  type ListTagsForResourceResponse,
} from '@aws-sdk/client-ecs';
import { taggedResource } from '../../ecs/tagged.ts';
import { operation } from '../../operation.ts';

export const listTagsForResource = operation<ListTagsForResourceRequest, ListTagsForResourceResponse>(
  ListTagsForResource$,
  (input, { world }) => ({ tags: [...taggedResource(world, input.resourceArn).tags] }),
);
