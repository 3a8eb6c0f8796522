import { type JsonObject } from '../../json.ts';
import { addTags } from '../../operations/elb/AddTags.ts';
import { removeTags } from '../../operations/elb/RemoveTags.ts';
import { call } from './call.ts';
import { type ResourceContext } from './handler.ts';
import { tagChange, tagMap } from './tags.ts';

/** Brings the tags of a load balancer, listener, rule or target group to what the template and the stack say. */
export async function changeElbTags(arn: string, properties: JsonObject, context: ResourceContext): Promise<void> {
  const { sandbox } = context;
  const before = sandbox.world.elb.tags.get(arn) ?? new Map<string, string>();
  const { set, unset } = tagChange(before, tagMap(properties, context));
  if (unset.length > 0) await call(removeTags, { ResourceArns: [arn], TagKeys: unset }, sandbox);
  const tags = set.map(([Key, Value]) => ({ Key, Value }));
  if (tags.length > 0) await call(addTags, { ResourceArns: [arn], Tags: tags }, sandbox);
}
