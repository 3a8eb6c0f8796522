import { type Sandbox } from '../operation.ts';
import { liveTask } from './live-tasks.ts';
import { taskId } from './tasks.ts';

/**
 * Ends a task's containers at once, as a bug or a person with `docker kill` would; ECS sees it and starts another.
 * `task`: its ARN or id. False where no such task lives.
 */
export function killTask(sandbox: Sandbox, task: string): boolean {
  const found = [...sandbox.world.ecs.tasks.values()].find((each) => each.arn === task || taskId(each) === task);
  const live = found && liveTask(found);
  if (!live) return false;
  live.running.kill();
  return true;
}
