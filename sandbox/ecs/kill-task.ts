/** Ends a task's containers as a person or a bug would. */
import { type Sandbox } from '../operation.ts';

/** False where no such task runs. Stands here until the scheduler keeps the running tasks. */
export function killTask(_sandbox: Sandbox, _taskArn: string): boolean {
  return false;
}
