import {
  DescribeTargetHealth$,
  type DescribeTargetHealthInput,
  type DescribeTargetHealthOutput,
  type TargetHealth,
  type TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { isBehindListener } from '../../lifecycle/traffic.ts';
import { operation, type Sandbox } from '../../operation.ts';
import { type Task, type TaskSet } from '../../world/ecs.ts';
import { findTargetGroup } from './lookup.ts';

/** ELBv2 API: TargetHealth, its states and reasons. */
function health(sandbox: Sandbox, taskSet: TaskSet, task: Task): TargetHealth {
  const { world, clock, settings } = sandbox;
  if (taskSet.status === 'DRAINING') {
    return {
      State: 'draining',
      Reason: 'Target.DeregistrationInProgress',
      Description: 'Target deregistration is in progress',
    };
  }
  if (!isBehindListener(world, taskSet.loadBalancer.targetGroupArn)) {
    return {
      State: 'unused',
      Reason: 'Target.NotInUse',
      Description: 'Target group is not configured to receive traffic from the load balancer',
    };
  }
  if (task.healthy) return { State: 'healthy' };
  if (task.startedAt === null || clock.now() < task.startedAt + settings.taskHealthyMs) {
    return {
      State: 'initial',
      Reason: 'Elb.InitialHealthChecking',
      Description: 'Initial health checks in progress',
    };
  }
  return { State: 'unhealthy', Reason: 'Target.FailedHealthChecks', Description: 'Health checks failed' };
}

/** ECS registers a task when it runs, and takes it out when it stops. */
function targetsOf(sandbox: Sandbox, targetGroupArn: string): TargetHealthDescription[] {
  const { services, tasks } = sandbox.world.ecs;
  const taskSets = [...services.values()]
    .flatMap((service) => service.taskSets)
    .filter((taskSet) => taskSet.loadBalancer.targetGroupArn === targetGroupArn);
  return taskSets.flatMap((taskSet) => {
    const Port = taskSet.loadBalancer.containerPort;
    return [...tasks.values()]
      .filter((task) => task.startedBy === taskSet.id && task.status === 'RUNNING')
      .map((task) => ({
        Target: { Id: task.address, Port },
        HealthCheckPort: String(Port),
        TargetHealth: health(sandbox, taskSet, task),
      }));
  });
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
