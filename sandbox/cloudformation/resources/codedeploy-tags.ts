import { type JsonObject } from '../../json.ts';
import { arn } from '../../ids.ts';
import { tagResource } from '../../operations/codedeploy/TagResource.ts';
import { untagResource } from '../../operations/codedeploy/UntagResource.ts';
import { tagsOf } from '../../operations/codedeploy/tags.ts';
import { call } from './call.ts';
import { type ResourceContext } from './handler.ts';
import { tagChange, tagMap } from './tags.ts';

/** `resource`: `application:NAME` or `deploymentgroup:NAME/GROUP`. */
export async function changeCodeDeployTags(
  resource: string,
  properties: JsonObject,
  context: ResourceContext,
): Promise<void> {
  const { sandbox } = context;
  const ResourceArn = arn(sandbox.world, 'codedeploy', resource);
  const { set, unset } = tagChange(tagsOf(sandbox.world, ResourceArn), tagMap(properties, context));
  if (unset.length > 0) await call(untagResource, { ResourceArn, TagKeys: unset }, sandbox);
  const Tags = set.map(([Key, Value]) => ({ Key, Value }));
  if (Tags.length > 0) await call(tagResource, { ResourceArn, Tags }, sandbox);
}
