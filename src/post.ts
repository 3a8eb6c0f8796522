/**
 * After every run: removes what was left behind. Where the run was cancelled or killed, it also does with the deployment what
 * `on-cancel` says, and follows that to its end. Never makes a job red.
 */
import { messageOf } from './errors.ts';
import { removeDockerConfig } from './ports/docker/config.ts';
import { type Log } from './ports/log.ts';
import { endMarked, parseMark } from './ports/process-mark.ts';
import { mainEnd, remembered } from './remember.ts';
import { type World } from './world.ts';

export async function post(world: World): Promise<void> {
  const { log, runner } = world;
  await forgetDocker(runner.state('docker-config'), log);
  const end = mainEnd(runner);
  if (end === 'reported') return;
  if (end === null) await endMain(world);
  await endTask(world);
  const known = remembered(runner);
  if (known === null) {
    unremembered(world);
    return;
  }
  try {
    const { goesOn, leftRunning } = await import('./post/left-running.ts');
    await (end === 'error' ? goesOn(known, world) : leftRunning(known, world));
  } catch (error) {
    log.error(`What became of the deployment could not be found out. ${messageOf(error)}`);
  }
}

/** A task before the deployment, which the run was killed in. */
async function endTask(world: World): Promise<void> {
  const { runner } = world;
  if (runner.state('run-task-arn') === '' && runner.state('run-task-starting') === '') return;
  const { stopTaskLeft } = await import('./run-task/left.ts');
  await stopTaskLeft(world);
}

/** A deployment that the run followed, or stopped in `mode: rollback`: all that is known is which. */
function unremembered({ runner, log }: World): void {
  const id = runner.state('deployment-id');
  if (id === '') return;
  log.warning(
    `The step ended before deployment ${id} had come to its end: what goes on there goes on by itself, on AWS. ` +
      `Look at it: ${runner.state('console-url')}`,
  );
}

/** In a `container:` job the runner ends what started the main process, not always that process itself. */
async function endMain({ runner, clock, log }: World): Promise<void> {
  const mark = parseMark(runner.state('process'));
  const what = mark === null ? 'gone' : await endMarked(mark, clock);
  if (mark === null || what === 'gone') return;
  const told = `The step's main process (${mark.pid}) still ran when the step was over`;
  if (what === 'ended') log.info(`${told}: it was ended.`);
  else log.warning(`${told}, and could not be ended.`);
}

async function forgetDocker(path: string, log: Log): Promise<void> {
  if (path === '') return;
  try {
    await removeDockerConfig(path);
  } catch (error) {
    log.warning(`The temporary Docker configuration ${path} could not be removed: ${messageOf(error)}`);
  }
}
