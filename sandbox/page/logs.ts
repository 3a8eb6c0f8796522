/** What a task's containers wrote: the one place where the page reads it. */
import { type Sandbox } from '../operation.ts';
import { type LogLine } from './view-types.ts';

/** The newest lines of a task, oldest first; null where this sandbox keeps no logs. */
export function taskLog(_sandbox: Sandbox, _taskId: string, _most: number): readonly LogLine[] | null {
  return null;
}
