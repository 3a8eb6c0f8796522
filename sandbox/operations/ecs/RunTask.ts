import { RunTask$, type RunTaskRequest, type RunTaskResponse } from '@aws-sdk/client-ecs';
import { clusterOf } from '../../ecs/clusters.ts';
import { describeTask } from '../../ecs/describe-task.ts';
import { activeTaskDefinition } from '../../ecs/new-service.ts';
import { checkRunTask, placedBy } from '../../ecs/run-task.ts';
import { tagsOf } from '../../ecs/tags.ts';
import { startTask } from '../../ecs/tasks.ts';
import { arn, hex } from '../../ids.ts';
import { AwsError, operation, type Sandbox } from '../../operation.ts';
import { type Cluster, type Task, type TaskDefinition } from '../../world/ecs.ts';

/**
 * Starts tasks that no service replaces. A request with a client token gets the tasks of the first one for as long as
 * these are shown (ECS API, "Ensuring idempotency": a token lives as long as its task and an hour, a day at most); that a
 * request which placed nothing may be sent again with its token is assumed.
 */
export const runTask = operation<RunTaskRequest, RunTaskResponse>(RunTask$, (input, sandbox) => {
  const { world, settings } = sandbox;
  const cluster = clusterOf(world, input.cluster);
  const before = usedBefore(sandbox, cluster, input);
  if (before) return { tasks: before.map((task) => shown(sandbox, task)), failures: [] };
  const definition = activeTaskDefinition(world, input.taskDefinition);
  checkRunTask(input, definition);
  const { runTaskFailures: reasons } = settings;
  if (reasons.length > 0) return { tasks: [], failures: failures(sandbox, cluster, reasons) };
  const tasks = start(sandbox, cluster, definition, input);
  if (input.clientToken !== undefined) {
    const use = { request: requestOf(input), tasks: tasks.map((task) => task.arn) };
    world.ecs.clientTokens.set(tokenKey(cluster, input.clientToken), use);
  }
  return { tasks: tasks.map((task) => shown(sandbox, task)), failures: [] };
});

const shown = ({ world }: Sandbox, task: Task) => ({ ...describeTask(world, task), tags: [...task.tags] });

const tokenKey = ({ arn: cluster }: Cluster, token: string): string => `${cluster} ${token}`;
const requestOf = (input: RunTaskRequest): string => JSON.stringify({ ...input, clientToken: undefined });

/** The tasks of an earlier request with the same token. Throws ConflictException where that was another request. */
function usedBefore({ world }: Sandbox, cluster: Cluster, input: RunTaskRequest): Task[] | null {
  const key = tokenKey(cluster, input.clientToken ?? '');
  const use = input.clientToken === undefined ? undefined : world.ecs.clientTokens.get(key);
  const tasks = (use?.tasks ?? []).flatMap((each) => world.ecs.tasks.get(each) ?? []);
  if (!use || tasks.length === 0) {
    world.ecs.clientTokens.delete(key);
    return null;
  }
  if (use.request === requestOf(input)) return tasks;
  throw new AwsError(
    'ConflictException',
    `The client token is in use with another RunTask request, which started ${use.tasks.join(', ')}.`,
  );
}

function start(sandbox: Sandbox, cluster: Cluster, definition: TaskDefinition, input: RunTaskRequest): Task[] {
  const own = tagsOf(input.tags);
  const propagated = input.propagateTags === 'TASK_DEFINITION' ? definition.tags : [];
  const order = {
    clusterArn: cluster.arn,
    taskDefinition: definition.arn,
    owner: null,
    startedBy: input.startedBy ?? null,
    group: input.group ?? `family:${definition.family}`,
    overrides: input.overrides ?? null,
    tags: [...propagated.filter(({ key }) => !own.some((tag) => tag.key === key)), ...own],
  };
  return Array.from({ length: input.count ?? 1 }, (_, index) =>
    // Nobody replaces such a task.
    startTask(sandbox, { ...order, placement: placedBy(input, index) }, () => undefined),
  );
}

/** Each names a container instance that could not take the task (ECS API: Failure); there are none here, so its id is made up. */
function failures({ world, random }: Sandbox, { name }: Cluster, reasons: readonly string[]) {
  return reasons.map((reason) => ({
    arn: arn(world, 'ecs', `container-instance/${name}/${hex(random, 32)}`),
    reason,
  }));
}
