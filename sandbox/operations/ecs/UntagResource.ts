import { UntagResource$, type UntagResourceRequest, type UntagResourceResponse } from '@aws-sdk/client-ecs';
import { taggedResource } from '../../ecs/tagged.ts';
import { operation } from '../../operation.ts';

export const untagResource = operation<UntagResourceRequest, UntagResourceResponse>(
  UntagResource$,
  (input, { world }) => {
    const resource = taggedResource(world, input.resourceArn);
    resource.tags = resource.tags.filter(({ key }) => input.tagKeys?.includes(key) !== true);
    return {};
  },
);
