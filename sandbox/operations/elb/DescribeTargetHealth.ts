import {
  DescribeTargetHealth$,
  type DescribeTargetHealthInput,
  type DescribeTargetHealthOutput,
  type TargetHealth,
  type TargetHealthDescription,
  TargetHealthReasonEnum,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { targetsIn } from '../../elb/targets.ts';
import { isBehindListener } from '../../lifecycle/traffic.ts';
import { operation, type Sandbox } from '../../operation.ts';
import { type Target } from '../../world/elb.ts';
import { findTargetGroup } from './lookup.ts';

/** ELBv2 API: TargetHealth, its states and reasons. Where no listener names the group, none of its targets is in use. */
function health(sandbox: Sandbox, target: Target): TargetHealth {
  if (target.state !== 'draining' && !isBehindListener(sandbox.world, target.targetGroupArn)) {
    return {
      State: 'unused',
      Reason: 'Target.NotInUse',
      Description: 'Target group is not configured to receive traffic from the load balancer',
    };
  }
  if (target.state === 'healthy') return { State: 'healthy' };
  const Reason = reasons.find((reason) => reason === target.reason);
  return { State: target.state, ...(Reason && { Reason }), Description: target.description ?? '' };
}

const reasons: readonly TargetHealthReasonEnum[] = Object.values(TargetHealthReasonEnum);

function targetsOf(sandbox: Sandbox, targetGroupArn: string): TargetHealthDescription[] {
  return targetsIn(sandbox.world, targetGroupArn).map((target) => ({
    Target: { Id: target.id, Port: target.port },
    HealthCheckPort: String(target.port),
    TargetHealth: health(sandbox, target),
  }));
}

export const describeTargetHealth = operation<DescribeTargetHealthInput, DescribeTargetHealthOutput>(
  DescribeTargetHealth$,
  (input, sandbox) => {
    const group = findTargetGroup(sandbox.world, input.TargetGroupArn);
    const all = targetsOf(sandbox, group.arn);
    if (!input.Targets?.length) return { TargetHealthDescriptions: all };
    return {
      TargetHealthDescriptions: input.Targets.map(
        (asked) =>
          all.find(({ Target }) => Target?.Id === asked.Id) ?? {
            Target: { Id: asked.Id, Port: asked.Port ?? group.port },
            TargetHealth: {
              State: 'unused',
              Reason: 'Target.NotRegistered',
              Description: 'Target is not registered to the target group',
            },
          },
      ),
    };
  },
);
