import { TagResource$, type TagResourceRequest, type TagResourceResponse } from '@aws-sdk/client-ecs';
import { taggedResource } from '../../ecs/tagged.ts';
import { tagsOf } from '../../ecs/tags.ts';
import { operation } from '../../operation.ts';

/** Adds the tags, or changes the values of those that are there. */
export const tagResource = operation<TagResourceRequest, TagResourceResponse>(TagResource$, (input, { world }) => {
  const resource = taggedResource(world, input.resourceArn);
  const values = new Map([...resource.tags, ...tagsOf(input.tags)].map(({ key, value }) => [key, value]));
  resource.tags = tagsOf([...values].map(([key, value]) => ({ key, value })));
  return {};
});
