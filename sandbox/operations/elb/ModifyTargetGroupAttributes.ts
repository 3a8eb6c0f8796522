import {
  ModifyTargetGroupAttributes$,
  type ModifyTargetGroupAttributesInput,
  type ModifyTargetGroupAttributesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { operation } from '../../operation.ts';
import { groupAttributes, setAttributes } from './attributes.ts';
import { findTargetGroup } from './lookup.ts';

export const modifyTargetGroupAttributes = operation<
  ModifyTargetGroupAttributesInput,
  ModifyTargetGroupAttributesOutput
>(ModifyTargetGroupAttributes$, (input, { world }) => {
  const group = findTargetGroup(world, input.TargetGroupArn);
  setAttributes(group.attributes, input.Attributes);
  return { Attributes: groupAttributes(group) };
});
