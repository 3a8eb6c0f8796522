import {
  DeleteTargetGroup$,
  type DeleteTargetGroupInput,
  type DeleteTargetGroupOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError, operation } from '../../operation.ts';
import { loadBalancersOf } from './actions.ts';

/** Not while a listener or a rule names it (ELBv2 API: DeleteTargetGroup). One that is not there is no fault. */
export const deleteTargetGroup = operation<DeleteTargetGroupInput, DeleteTargetGroupOutput>(
  DeleteTargetGroup$,
  (input, { world }) => {
    const group = world.elb.targetGroups.get(input.TargetGroupArn ?? '');
    if (!group) return {};
    if (loadBalancersOf(world, group.arn).length > 0) {
      throw new AwsError('ResourceInUse', `Target group '${group.arn}' is currently in use by a listener or a rule`);
    }
    world.elb.targetGroups.delete(group.arn);
    world.elb.targets.delete(group.arn);
    world.elb.tags.delete(group.arn);
    return {};
  },
);
