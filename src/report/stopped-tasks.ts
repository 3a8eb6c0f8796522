import { type Container, type Task } from '@aws-sdk/client-ecs';
import { type Observation } from '../engine/engine.ts';

/** True for a task of the replacement: started by its task set, or running the definition that was asked for. */
export function isOfGreen(task: Task, of: { readonly last: Observation; readonly asked: string }): boolean {
  const green = of.last.taskSets.find(({ color }) => color === 'green')?.id;
  return (green !== undefined && task.startedBy === green) || task.taskDefinitionArn === of.asked;
}

/** One line for each way in which tasks stopped, with how many did. */
export function taskLines(tasks: readonly Task[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const task of tasks) {
    const text = textOf(task);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => `${count === 1 ? 'A task' : `${count} tasks`} stopped: ${text}`);
}

function textOf(task: Task): string {
  const reason = [task.stopCode, task.stoppedReason].filter((part) => part !== undefined && part !== '').join(': ');
  const containers = (task.containers ?? []).map(containerText).filter((text) => text !== '');
  // Ids differ from task to task; without them equal stops are counted as one.
  const text = [reason === '' ? 'no reason given' : reason, ...containers].join('; ');
  return text.replaceAll(/\b[0-9a-f]{32,}\b/g, '…');
}

function containerText({ name, exitCode, reason }: Container): string {
  const parts = [
    ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
    ...(reason === undefined || reason === '' ? [] : [reason]),
  ];
  return parts.length === 0 ? '' : `container ${name ?? ''}: ${parts.join(', ')}`;
}
