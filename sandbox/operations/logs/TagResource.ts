import { TagResource$, type TagResourceRequest } from '@aws-sdk/client-cloudwatch-logs';
import { groupByArn } from '../../logs/store.ts';
import { AwsError, operation } from '../../operation.ts';

export const tagResource = operation<TagResourceRequest, object>(TagResource$, (input, sandbox) => {
  const { tags } = groupByArn(sandbox, input.resourceArn);
  const after = new Map([...tags, ...Object.entries(input.tags ?? {})]);
  if (after.size > 50) throw new AwsError('TooManyTagsException', 'A resource can have at most 50 tags.');
  for (const [key, value] of after) tags.set(key, value);
  return {};
});
