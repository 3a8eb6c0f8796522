/** What a task's containers wrote: the newest lines of each task for whoever looks, all of them for CloudWatch Logs. */
import { type LogTarget, prepareLog, writeLog } from '../logs/awslogs.ts';
import { type Sandbox } from '../operation.ts';
import { type Task } from '../world/ecs.ts';

export interface OutputLine {
  readonly at: number;
  readonly container: string;
  readonly line: string;
}

const KEPT_LINES = 200;
const LONGEST_LINE = 2_000;

const lines = new WeakMap<Task, OutputLine[]>();

/** Oldest first. */
export const outputOf = (task: Task): readonly OutputLine[] => lines.get(task) ?? [];

export type LogTargets = ReadonlyMap<string, LogTarget>;

/** Makes the log streams of a task that starts; the container and the `stoppedReason` where one cannot be made. */
export function openLogs(sandbox: Sandbox, targets: LogTargets): { container: string; reason: string } | null {
  for (const [container, target] of targets) {
    const reason = prepareLog(sandbox, target);
    if (reason !== null) return { container, reason };
  }
  return null;
}

export function keepOutput(sandbox: Sandbox, task: Task, targets: LogTargets, container: string, line: string): void {
  const kept = lines.get(task) ?? [];
  lines.set(task, kept);
  kept.push({ at: sandbox.clock.now(), container, line: line.slice(0, LONGEST_LINE) });
  if (kept.length > KEPT_LINES) kept.shift();
  const target = targets.get(container);
  if (target) writeLog(sandbox, { ...target, message: line });
}
