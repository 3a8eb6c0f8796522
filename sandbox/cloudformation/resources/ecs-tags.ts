import { taggedResource } from '../../ecs/tagged.ts';
import { type JsonObject } from '../../json.ts';
import { tagResource } from '../../operations/ecs/TagResource.ts';
import { untagResource } from '../../operations/ecs/UntagResource.ts';
import { call } from './call.ts';
import { type ResourceContext } from './handler.ts';
import { tagChange, tagMap } from './tags.ts';

/** Brings the tags of a cluster, a service or a task definition to what the template and the stack say. */
export async function changeEcsTags(
  resourceArn: string,
  properties: JsonObject,
  context: ResourceContext,
): Promise<void> {
  const { sandbox } = context;
  const before = new Map(taggedResource(sandbox.world, resourceArn).tags.map(({ key, value }) => [key, value]));
  const { set, unset } = tagChange(before, tagMap(properties, context));
  if (unset.length > 0) await call(untagResource, { resourceArn, tagKeys: unset }, sandbox);
  const tags = set.map(([key, value]) => ({ key, value }));
  if (tags.length > 0) await call(tagResource, { resourceArn, tags }, sandbox);
}
