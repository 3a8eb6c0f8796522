import {
  ListTagsForResource$,
  type ListTagsForResourceRequest,
  type ListTagsForResourceResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import { groupByArn } from '../../logs/store.ts';
import { operation } from '../../operation.ts';

export const listTagsForResource = operation<ListTagsForResourceRequest, ListTagsForResourceResponse>(
  ListTagsForResource$,
  (input, sandbox) => ({ tags: Object.fromEntries(groupByArn(sandbox, input.resourceArn).tags) }),
);
