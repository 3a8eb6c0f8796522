/** Starts the task, or finds the one that this run has started already. */
import { type Task } from '@aws-sdk/client-ecs';
import { StepError } from '../errors.ts';
import { type JsonObject } from '../json.ts';
import { type Clock } from '../ports/clock.ts';
import { placementFault } from './failures.ts';
import { idOf, type Ports, type Work } from './ports.ts';
import { type TokenOf } from './token.ts';
import { judge } from './verdict.ts';

/** On a cancel, how long an answer is waited for that tells which task there is to stop. */
const ANSWER_MS = 4_000;
/** More attempts of one run than anyone makes. */
const MOST_ROUNDS = 100;

/**
 * Resolves to the task's ARN. An attempt of the run before this one may have run the task: it is gone on with where it
 * runs, taken where it did its work, and run anew where it failed or ECS has forgotten it. Throws a StepError where ECS places no task.
 */
export async function start(work: Work, request: JsonObject, tokenOf: TokenOf, ports: Ports): Promise<string> {
  const rounds = Math.min(MOST_ROUNDS, Math.max(1, Number(ports.runner.context.runAttempt) || 1));
  for (let round = 0; ; round += 1) {
    const isLast = round + 1 >= rounds;
    const { tasks, failures } = await send({ ...request, clientToken: tokenOf(request, round) }, ports);
    const [task] = tasks;
    if (task?.taskArn === undefined) {
      if (isLast) throw new StepError(placementFault(failures, `${work.revision.name} in cluster ${work.cluster}`));
    } else if (isLast || !(await isSpent(work, task, task.taskArn, ports))) return task.taskArn;
  }
}

/** What is started is in the state for `post` as soon as it is known, and until then that something may be. */
async function send(body: JsonObject, { aws, clock, log, runner, signal }: Ports) {
  signal.throwIfAborted();
  runner.saveState('run-task-starting', 'true');
  const over = new AbortController();
  try {
    const answer = await Promise.race([aws.ecs.runTask(body), late(signal, clock, over.signal)]);
    runner.saveState('run-task-arn', answer.tasks[0]?.taskArn ?? '');
    runner.saveState('run-task-starting', '');
    return answer;
  } catch (error) {
    if (signal.aborted) log.warning('The run was cancelled while a task was being started: it may go on by itself.');
    else runner.saveState('run-task-starting', '');
    throw error;
  } finally {
    over.abort();
  }
}

/** Rejects a while after the cancel; never, where that does not come. */
function late(signal: AbortSignal, clock: Clock, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const wait = async (): Promise<void> => {
      await clock.sleep(ANSWER_MS, over);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', () => void wait(), { once: true });
  });
}

/** ECS tells of a stopped task for an hour at least (ECS API: DescribeTasks). */
const FORGOTTEN_MS = 60 * 60_000;

/** True for a task of an earlier attempt that failed, or that ECS has forgotten, so that nobody can tell what it came to. */
async function isSpent(work: Work, started: Task, arn: string, { aws, clock, log }: Ports): Promise<boolean> {
  const seen: Task | null = await aws.ecs.describeTask(work.cluster, arn);
  if (seen === null && clock.now() - (started.createdAt?.getTime() ?? Infinity) > FORGOTTEN_MS) {
    log.info(
      `An earlier attempt of this run ran task ${idOf(arn)}, which ECS does not know any more: it is run again.`,
    );
    return true;
  }
  if (seen?.lastStatus !== 'STOPPED') return false;
  const { ok } = judge(seen, work.body, work.overridden);
  if (!ok) log.info(`An earlier attempt of this run ran task ${idOf(arn)}, which failed: it is run again.`);
  return !ok;
}
