/** Tasks of their own, which no service replaces. */
import { DescribeTasksCommand, type ECSClient, RunTaskCommand, StopTaskCommand } from '@aws-sdk/client-ecs';
import { type JsonObject, textOf } from '../../json.ts';
import { type TaskPort } from './task-port.ts';
import { sendRaw } from './raw.ts';
import { send } from './send.ts';

const called = (operation: string, on: string) => ({ service: 'ecs', operation, on });

export function taskPort(client: ECSClient): TaskPort {
  return {
    runTask: (body) => runTask(client, body),
    async describeTask(cluster, arn) {
      const command = new DescribeTasksCommand({ cluster, tasks: [arn] });
      const answer = await send(called('DescribeTasks', arn), () => client.send(command));
      return answer.tasks?.[0] ?? null;
    },
    async stopTask(cluster, task, reason) {
      await send(called('StopTask', task), () => client.send(new StopTaskCommand({ cluster, task, reason })));
    },
  };
}

async function runTask(client: ECSClient, body: JsonObject): ReturnType<TaskPort['runTask']> {
  const taskDefinition = textOf(body['taskDefinition']);
  const command = new RunTaskCommand({ taskDefinition });
  sendRaw(command, body);
  const on = `${textOf(body['cluster'])}, ${taskDefinition}`;
  const { tasks = [], failures = [] } = await send(called('RunTask', on), () => client.send(command));
  return { tasks, failures };
}
