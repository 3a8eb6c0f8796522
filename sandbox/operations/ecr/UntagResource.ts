import { UntagResource$, type UntagResourceRequest, type UntagResourceResponse } from '@aws-sdk/client-ecr';
import { operation } from '../../operation.ts';
import { repositoryByArn } from './tags.ts';

export const untagResource = operation<UntagResourceRequest, UntagResourceResponse>(
  UntagResource$,
  (input, { world }) => {
    const { tags } = repositoryByArn(world, input.resourceArn);
    for (const key of input.tagKeys ?? []) tags.delete(key);
    return {};
  },
);
