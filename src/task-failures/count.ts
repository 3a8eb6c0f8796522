import { type Task } from '@aws-sdk/client-ecs';
import { type Observation } from '../engine/engine.ts';
import { messageOf } from '../errors.ts';
import { type EcsPort } from '../ports/aws/aws.ts';
import { AwsCallError, isTransient } from '../ports/aws/error.ts';
import { type Clock } from '../ports/clock.ts';
import { type Log } from '../ports/log.ts';
import { hintFor } from '../report/hints.ts';
import { permissionFor } from '../report/permission.ts';
import { plain } from '../report/plain.ts';
import { taskLines } from '../report/stopped-tasks.ts';
import { hasShiftBegun, isOver, setOf } from '../watch/stage.ts';
import { isFailure } from './classify.ts';
import { failureLimit } from './threshold.ts';

export interface Counting {
  readonly ecs: Pick<EcsPort, 'stoppedTasks'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warning'>;
  /** As DescribeServices takes them. */
  readonly cluster: string;
  readonly service: string;
  /** The input `max-task-failures`. */
  readonly given: number | null;
  /** The longest pause between two looks that was asked for. */
  readonly maxDelayMs: number;
  /** The watch's last look; null before the first one. */
  readonly latest: () => Observation | null;
  /** Ends the counting. */
  readonly signal: AbortSignal;
}

const GAP_MS = 15_000;
/** ECS shows stopped tasks for about an hour, those of the original and of scaling too: three pages at most. */
const TASKS = 300;

/**
 * Looks at the stopped tasks now and then, beside the watch, until the production shift begins. Resolves to the cause when
 * as many tasks of the replacement have failed as the limit says; null where the counting ended before. Never rejects: a
 * read that cannot be had turns it off, with one warning.
 */
export async function countFailures(counting: Counting): Promise<string | null> {
  const { clock, latest, signal } = counting;
  const failed = new Map<string, Task>();
  for (;;) {
    await clock.sleep(Math.min(GAP_MS, counting.maxDelayMs), signal);
    const seen = latest();
    if (signal.aborted || (seen !== null && (isOver(seen) || hasShiftBegun(seen)))) return null;
    const green = seen === null ? undefined : setOf(seen, 'green');
    if (green === undefined || isWhole(green)) continue;
    const limit = failureLimit(counting.given, green.desired);
    const tasks = limit === null ? null : await stoppedOf(counting);
    if (limit === null || tasks === null) return null;
    for (const task of tasks) if (task.startedBy === green.id && isFailure(task)) failed.set(task.taskArn ?? '', task);
    if (failed.size >= limit) return causeOf([...failed.values()], limit);
  }
}

function isWhole({ desired, running, pending }: { desired: number; running: number; pending: number }): boolean {
  return pending === 0 && running >= desired;
}

/** null where looking again is of no use. */
async function stoppedOf({ ecs, cluster, service, log }: Counting): Promise<readonly Task[] | null> {
  try {
    return await ecs.stoppedTasks(cluster, service, TASKS);
  } catch (error) {
    if (isTransient(error)) return [];
    const repair = error instanceof AwsCallError && error.kind === 'denied' ? ` ${permissionFor(error)}` : '';
    log.warning(
      `Failed tasks are not counted ('max-task-failures'), since they cannot be read: ${messageOf(error)}.${repair}`,
    );
    return null;
  }
}

/** The reasons, each with how many tasks it ended, and what is known to repair the first that has a known cause. */
function causeOf(tasks: readonly Task[], limit: number): string {
  const lines = taskLines(tasks);
  const hint = lines.map(hintFor).find((text) => text !== null);
  const number = `${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'} of the replacement`;
  const head = `${number} stopped by themselves before the shift ('max-task-failures' is ${limit})`;
  const told = lines.map((text) => plain(text).replace(/\.$/, '')).join('. ');
  return `${head}: ${told}${hint === undefined ? '' : ` → ${hint}`}`;
}
