import {
  DescribeTags$,
  type DescribeTagsInput,
  type DescribeTagsOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError, operation } from '../../operation.ts';
import { findTagged } from './tags.ts';

/** ELBv2 API: DescribeTags, ResourceArns. */
const MOST_RESOURCES = 20;

export const describeTags = operation<DescribeTagsInput, DescribeTagsOutput>(DescribeTags$, (input, { world }) => {
  const arns = input.ResourceArns ?? [];
  if (arns.length > MOST_RESOURCES) {
    throw new AwsError('ValidationError', `At most ${MOST_RESOURCES} resources can be described at once`);
  }
  return {
    TagDescriptions: arns.map((arn) => ({
      ResourceArn: findTagged(world, arn),
      Tags: [...(world.elb.tags.get(arn) ?? [])].map(([Key, Value]) => ({ Key, Value })),
    })),
  };
});
