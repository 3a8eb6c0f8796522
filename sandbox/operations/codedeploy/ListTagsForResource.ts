import {
  ListTagsForResource$,
  type ListTagsForResourceInput,
  type ListTagsForResourceOutput,
} from '@aws-sdk/client-codedeploy';

import { AwsError, operation } from '../../operation.ts';
import { tagsOf } from './tags.ts';

/** Of the errors for what is not there the operation has InvalidArnException alone (CodeDeploy API). */
export const listTagsForResource = operation<ListTagsForResourceInput, ListTagsForResourceOutput>(
  ListTagsForResource$,
  (input, { world }) => {
    try {
      return { Tags: [...tagsOf(world, input.ResourceArn)].map(([Key, Value]) => ({ Key, Value })) };
    } catch (cause) {
      if (!(cause instanceof AwsError) || cause.code === 'ResourceArnRequiredException') throw cause;
      throw new AwsError('InvalidArnException', cause.message);
    }
  },
);
