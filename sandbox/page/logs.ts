/** What a task's containers wrote: the one place where the page reads it. */
import { logTargets } from '../logs/awslogs.ts';
import { type Sandbox } from '../operation.ts';
import { type LogLine } from './view-types.ts';

const LONGEST_LINE = 2_000;

/** The newest lines of a task, oldest first; null where its containers log to no CloudWatch log group. */
export function taskLog({ world }: Sandbox, taskId: string, most: number): readonly LogLine[] | null {
  const task = [...world.ecs.tasks.values()].find(({ arn }) => arn.endsWith(`/${taskId}`));
  const body = task && world.ecs.taskDefinitions.get(task.taskDefinition)?.body;
  const targets = body ? [...logTargets(body, taskId)] : [];
  if (targets.length === 0) return null;
  return targets
    .flatMap(([container, { group, stream }]) => {
      const events = world.logs.groups.get(group)?.streams.get(stream)?.events.all() ?? [];
      return events
        .slice(-most)
        .map(({ timestamp, message }) => ({ at: timestamp, container, text: message.slice(0, LONGEST_LINE) }));
    })
    .sort((a, b) => a.at - b.at)
    .slice(-most);
}
