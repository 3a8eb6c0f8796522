/** After a cancel or a crash: removes what was left behind and says what still goes on. Never makes a run red. */
import { messageOf } from './errors.ts';
import { systemClock } from './ports/clock.ts';
import { removeDockerConfig } from './ports/docker/config.ts';
import { type Log } from './ports/log.ts';
import { type Runner } from './ports/runner.ts';

export async function post(runner: Runner, log: Log): Promise<void> {
  await forgetDocker(runner.state('docker-config'), log);
  await endTask(runner, log);
  if (runner.state('ended') === 'true') return;
  const deployment = runner.state('deployment-id');
  const starting = runner.state('starting');
  if (deployment !== '') {
    log.warning(
      `The step ended before deployment ${deployment} did: it goes on by itself, on AWS. ` +
        `Look at it: ${runner.state('console-url')}`,
    );
  } else if (starting !== '') {
    log.warning(
      `The step was ended while it started a deployment of ${starting}: there may be one, and it goes on by itself. ` +
        'Running this job again goes on with it.',
    );
  }
}

/** A task before the deployment, which the run was killed in. */
async function endTask(runner: Runner, log: Log): Promise<void> {
  if (runner.state('run-task-arn') === '' && runner.state('run-task-starting') === '') return;
  const { stopTaskLeft } = await import('./run-task/left.ts');
  await stopTaskLeft({ env: process.env, clock: systemClock, log, runner, signal: new AbortController().signal });
}

async function forgetDocker(path: string, log: Log): Promise<void> {
  if (path === '') return;
  try {
    await removeDockerConfig(path);
  } catch (error) {
    log.warning(`The temporary Docker configuration ${path} could not be removed: ${messageOf(error)}`);
  }
}
