import { messageOf } from '../errors.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { permissionFor } from '../report/permission.ts';
import { plain } from '../report/plain.ts';
import { idOf, type Ports, type Work } from './ports.ts';

/** The runner kills a cancelled step after ten seconds. */
const LIMIT_MS = 5_000;

/** Stops the task, once. Resolves to what came of it, for the reader; never rejects. */
export async function stop(work: Work, arn: string, reason: string, { aws, clock, runner }: Ports): Promise<string> {
  const over = new AbortController();
  const asked = aws.ecs.stopTask(work.cluster, arn, `ecs-blue-green: ${reason}`).then(() => true);
  try {
    const stopped = await Promise.race([asked, clock.sleep(LIMIT_MS, over.signal).then(() => false)]);
    if (!stopped) return `Whether task ${idOf(arn)} could be stopped is not known: it may go on by itself.`;
    runner.saveState('run-task-arn', '');
    return `Task ${idOf(arn)} was stopped.`;
  } catch (error) {
    const permission = error instanceof AwsCallError && error.kind === 'denied' ? ` ${permissionFor(error)}` : '';
    return plain(`Task ${idOf(arn)} could not be stopped and goes on by itself: ${messageOf(error)}.${permission}`);
  } finally {
    over.abort();
  }
}
