import {
  ModifyTargetGroup$,
  type ModifyTargetGroupInput,
  type ModifyTargetGroupOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { operation } from '../../operation.ts';
import { readHealthCheck } from './health-check.ts';
import { findTargetGroup } from './lookup.ts';
import { targetGroupInfo } from './shapes.ts';

/** Changes the health check; what is not given stays. */
export const modifyTargetGroup = operation<ModifyTargetGroupInput, ModifyTargetGroupOutput>(
  ModifyTargetGroup$,
  (input, { world }) => {
    const group = findTargetGroup(world, input.TargetGroupArn);
    group.healthCheck = readHealthCheck(input, group.healthCheck);
    return { TargetGroups: [targetGroupInfo(world, group)] };
  },
);
