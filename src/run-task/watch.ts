/** Follows a task to its end. */
import { type Task } from '@aws-sdk/client-ecs';
import { messageOf, StepError } from '../errors.ts';
import { AwsCallError, isTransient } from '../ports/aws/error.ts';
import { unlessAborted } from '../ports/signals.ts';
import { awsFault } from '../report/aws-fault.ts';
import { logsOf } from './log-stream.ts';
import { idOf, placeOf, type Ports, type Work } from './ports.ts';
import { stop } from './stop.ts';
import { logReader } from './stream-logs.ts';

/** Between two looks: a person reads the log as it comes. */
const PAUSE_MS = 3_000;
/** ECS tells of a new task a little later (ECS API: RunTask, eventual consistency). */
const UNKNOWN_MS = 60_000;

/** The task when it has STOPPED. Throws a StepError where it takes too long or cannot be watched. */
export async function watch(work: Work, arn: string, ports: Ports): Promise<Task> {
  const { aws, clock, log, signal } = ports;
  const reader = logReader(logsOf(work.body, idOf(arn)), aws.logs, log);
  const startedAt = clock.now();
  const pauseMs = Math.min(PAUSE_MS, work.maxDelayMs);
  const look = looker(work, arn, ports);
  let status = '';
  for (;;) {
    const task = await unlessAborted(signal, look());
    const elapsedMs = clock.now() - startedAt;
    if (task === null && elapsedMs > UNKNOWN_MS && status === '') throw unknown(work, arn);
    if (task !== null && task.lastStatus !== status) {
      status = task.lastStatus ?? '';
      log.info(`Task ${idOf(arn)}: ${status}`);
    }
    if (status !== '') await unlessAborted(signal, reader.read());
    if (task?.lastStatus === 'STOPPED') {
      // The driver's last lines arrive behind the task's end.
      await clock.sleep(pauseMs, signal);
      await unlessAborted(signal, reader.read());
      return task;
    }
    if (elapsedMs >= work.limitMs) throw await tooLong(work, arn, ports);
    await clock.sleep(Math.min(pauseMs, work.limitMs - elapsedMs), signal);
    signal.throwIfAborted();
  }
}

/** null where the task is not known, or AWS did not answer: the next look may tell. */
function looker(work: Work, arn: string, { aws, log }: Ports): () => Promise<Task | null> {
  return async () => {
    try {
      return await aws.ecs.describeTask(work.cluster, arn);
    } catch (error) {
      if (!isTransient(error)) throw unseen(work, arn, error);
      log.info(`The task could not be looked at, which is tried again: ${messageOf(error)}`);
      return null;
    }
  };
}

function unseen(work: Work, arn: string, error: unknown): unknown {
  if (!(error instanceof AwsCallError)) return error;
  const { why, repair } = awsFault(error);
  return new StepError(
    {
      tried: 'watch the task before the deployment',
      on: placeOf(work, arn),
      why: `${why} The task goes on by itself, and nothing was deployed.`,
      repair,
    },
    { cause: error },
  );
}

function unknown(work: Work, arn: string): StepError {
  return new StepError({
    tried: 'watch the task before the deployment',
    on: placeOf(work, arn),
    why: 'ECS started it and then knew of no such task. Nothing was deployed.',
    repair: 'Look for it in the ECS console, and run the job again.',
  });
}

async function tooLong(work: Work, arn: string, ports: Ports): Promise<StepError> {
  const minutes = Math.round(work.limitMs / 60_000);
  const told = await stop(work, arn, `It took longer than ${minutes} minutes`, ports);
  return new StepError({
    tried: 'run the task before the deployment',
    on: placeOf(work, arn),
    why: `it did not end within ${minutes} minutes. ${told} Nothing was deployed.`,
    repair: "Look at its log above for what holds it up, or give it longer with 'run-task-minutes'.",
  });
}
