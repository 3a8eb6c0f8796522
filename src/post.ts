/** After a cancel or a crash: removes what was left behind and says what still goes on. */
import { rm } from 'node:fs/promises';
import { type Log } from './ports/log.ts';
import { type Runner } from './ports/runner.ts';

export async function post(runner: Runner, log: Log): Promise<void> {
  const config = runner.state('docker-config');
  if (config !== '') await rm(config, { recursive: true, force: true });
  const deployment = runner.state('deployment-id');
  if (deployment === '' || runner.state('ended') === 'true') return;
  log.warning(
    `The step ended before deployment ${deployment} did: it goes on by itself, on AWS. ` +
      `Look at it: ${runner.state('console-url')}`,
  );
}
