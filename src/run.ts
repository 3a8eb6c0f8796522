/** The story of a run, and the one catch. What a deployment needs is loaded only when the inputs are right. */
import { readInputs } from './inputs.ts';
import { actionsLog, actionsRunner } from './ports/actions.ts';
import { isGreen } from './events.ts';
import { systemClock } from './ports/clock.ts';
import { endProcess, interruption } from './ports/signals.ts';
import { reportFailure } from './report/failure.ts';

export async function run(): Promise<void> {
  const log = actionsLog();
  const runner = actionsRunner(process.env);
  let signal: AbortSignal | undefined;
  try {
    if (runner.state('phase') === 'main') {
      const { post } = await import('./post.ts');
      await post(runner, log);
      return;
    }
    runner.saveState('phase', 'main');
    const inputs = await readInputs(process.env);
    const { deploy } = await import('./deploy.ts');
    signal = interruption();
    const outcome = await deploy(inputs, { env: process.env, clock: systemClock, log, runner, signal });
    if (!isGreen(outcome)) process.exitCode = 1;
  } catch (error) {
    reportFailure(error, log);
    process.exitCode = 1;
  }
  if (signal?.aborted) endProcess();
}
