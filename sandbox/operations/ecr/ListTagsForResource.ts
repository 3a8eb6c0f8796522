import {
  ListTagsForResource$,
  type ListTagsForResourceRequest,
  type ListTagsForResourceResponse,
} from '@aws-sdk/client-ecr';
import { operation } from '../../operation.ts';
import { repositoryByArn } from './tags.ts';

export const listTagsForResource = operation<ListTagsForResourceRequest, ListTagsForResourceResponse>(
  ListTagsForResource$,
  (input, { world }) => ({
    tags: [...repositoryByArn(world, input.resourceArn).tags].map(([Key, Value]) => ({ Key, Value })),
  }),
);
