/** What a task's containers wrote: the one place where the page reads it. */
import { outputOf } from '../ecs/task-output.ts';
import { type Sandbox } from '../operation.ts';
import { type LogLine } from './view-types.ts';

/** The newest lines of a task, oldest first; null where there is no such task any more. */
export function taskLog({ world }: Sandbox, taskId: string): readonly LogLine[] | null {
  const task = [...world.ecs.tasks.values()].find(({ arn }) => arn.endsWith(`/${taskId}`));
  return task ? outputOf(task).map(({ at, container, line }) => ({ at, container, text: line })) : null;
}
