import { messageOf } from '../errors.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type TaskPort } from '../ports/aws/task-port.ts';
import { permissionFor } from '../report/permission.ts';
import { plain } from '../report/plain.ts';
import { idOf, type Ports, type Work } from './ports.ts';

/** The runner kills a cancelled step after ten seconds. */
const LIMIT_MS = 5_000;

/** Stops the task, once. Resolves to what came of it, for the reader; never rejects. */
export async function stop(work: Work, arn: string, reason: string, { aws, clock, runner }: Ports): Promise<string> {
  const over = new AbortController();
  const asked = stopped(aws.ecs, work.cluster, arn, reason, () => {
    runner.saveState('run-task-arn', '');
  });
  const late = clock.sleep(LIMIT_MS, over.signal).then(() => `Task ${idOf(arn)} may go on by itself: no answer came.`);
  try {
    return await Promise.race([asked, late]);
  } finally {
    over.abort();
  }
}

/** The same, for as long as it takes. `done` is called where the task is being stopped. */
export async function stopped(
  ecs: TaskPort,
  cluster: string,
  arn: string,
  reason: string,
  done: () => void = () => undefined,
): Promise<string> {
  try {
    await ecs.stopTask(cluster, arn, `ecs-blue-green: ${reason}`);
    done();
    return `Task ${idOf(arn)} was stopped.`;
  } catch (error) {
    const permission = error instanceof AwsCallError && error.kind === 'denied' ? ` ${permissionFor(error)}` : '';
    return plain(`Task ${idOf(arn)} could not be stopped and goes on by itself: ${messageOf(error)}.${permission}`);
  }
}
