import {
  DescribeTargetGroupAttributes$,
  type DescribeTargetGroupAttributesInput,
  type DescribeTargetGroupAttributesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { operation } from '../../operation.ts';
import { groupAttributes } from './attributes.ts';
import { findTargetGroup } from './lookup.ts';

export const describeTargetGroupAttributes = operation<
  DescribeTargetGroupAttributesInput,
  DescribeTargetGroupAttributesOutput
>(DescribeTargetGroupAttributes$, (input, { world }) => ({
  Attributes: groupAttributes(findTargetGroup(world, input.TargetGroupArn)),
}));
