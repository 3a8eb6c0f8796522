import { ListTasks$, type ListTasksRequest, type ListTasksResponse } from '@aws-sdk/client-ecs';
import { clusterOf } from '../../ecs/clusters.ts';
import { page } from '../../ecs/pages.ts';
import { findService } from '../../ecs/services.ts';
import { AwsError, operation, type Sandbox } from '../../operation.ts';
import { type Task } from '../../world/ecs.ts';

/** Tasks that are wanted RUNNING, unless `desiredStatus: STOPPED` asks for the stopped ones. */
export const listTasks = operation<ListTasksRequest, ListTasksResponse>(ListTasks$, (input, sandbox) => {
  const arns = [...sandbox.world.ecs.tasks.values()].filter(filterOf(input, sandbox)).map((task) => task.arn);
  const { items, ...rest } = page(arns, input.nextToken, input.maxResults);
  return { taskArns: items, ...rest };
});

function filterOf(input: ListTasksRequest, { world }: Sandbox): (task: Task) => boolean {
  const { cluster: clusterName, serviceName, startedBy, family, desiredStatus = 'RUNNING' } = input;
  const cluster = clusterOf(world, clusterName);
  const service = serviceName === undefined ? null : findService(world, clusterName, serviceName);
  if (service === undefined) throw new AwsError('ServiceNotFoundException', 'Service not found.');
  const stopped = desiredStatus === 'STOPPED';
  return (task) =>
    task.clusterArn === cluster.arn &&
    (service === null || task.serviceArn === service.arn) &&
    (startedBy === undefined || task.startedBy === startedBy) &&
    (family === undefined || task.taskDefinition.includes(`:task-definition/${family}:`)) &&
    (task.desiredStatus === 'STOPPED') === stopped;
}
