import { StopTask$, type StopTaskRequest, type StopTaskResponse } from '@aws-sdk/client-ecs';
import { clusterOf } from '../../ecs/clusters.ts';
import { describeTask } from '../../ecs/describe-task.ts';
import { stopTask as stop } from '../../ecs/stop-task.ts';
import { scheduleAgain } from '../../ecs/scheduler.ts';
import { taskId } from '../../ecs/tasks.ts';
import { AwsError, operation } from '../../operation.ts';

/** A person stops a task, which loses its tags; its service starts another (ECS API: StopTask). */
export const stopTask = operation<StopTaskRequest, StopTaskResponse>(StopTask$, (input, sandbox) => {
  const cluster = clusterOf(sandbox.world, input.cluster);
  const asked = input.task ?? '';
  const task = [...sandbox.world.ecs.tasks.values()].find(
    (each) => each.clusterArn === cluster.arn && (each.arn === asked || taskId(each) === asked),
  );
  if (!task) throw new AwsError('InvalidParameterException', 'The referenced task was not found.');
  stop(sandbox, task, { code: 'UserInitiated', reason: input.reason ?? 'Task stopped by user' });
  task.tags = [];
  scheduleAgain(sandbox, task);
  return { task: describeTask(sandbox.world, task) };
});
