/** What a run that was killed during its task has left running. */
import { messageOf } from '../errors.ts';
import { type TaskPort } from '../ports/aws/task-port.ts';
import { plain } from '../report/plain.ts';
import { openFor, type World } from '../world.ts';
import { idOf } from './ports.ts';
import { stopped } from './stop.ts';

type Opened = () => Promise<TaskPort>;

/** For `post`: stops the task, says what came of it, and never rejects. Nothing where the run has ended its task itself. */
export async function stopTaskLeft(world: World, open: Opened = () => ecsOf(world)): Promise<void> {
  const { log, runner } = world;
  const arn = runner.state('run-task-arn');
  if (arn === '') {
    if (runner.state('run-task-starting') !== '') log.warning(MAYBE);
    return;
  }
  try {
    log.warning(await stopped(await open(), clusterOf(arn), arn, 'the run was cancelled'));
  } catch (error) {
    log.warning(plain(`Task ${idOf(arn)} may go on by itself: ${messageOf(error)}`));
  }
}

const MAYBE =
  'The step was ended while it started a task: there may be one, and it goes on by itself. Running this job again goes on with it.';

const ecsOf = async ({ env }: World): Promise<TaskPort> => (await openFor({ maxRetries: 3 }, env)).ecs;

/** `arn:aws:ecs:eu-west-1:123456789012:task/shop/0123…` */
const clusterOf = (arn: string): string => arn.split('/').at(-2) ?? 'default';
