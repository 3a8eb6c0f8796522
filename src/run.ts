/** The story of a run, and the one catch. What a deployment needs is loaded only when the inputs are right. */
import { readInputs } from './inputs.ts';
import { type Inputs } from './inputs/types.ts';
import { actionsLog, actionsRunner } from './ports/actions.ts';
import { isGreen } from './events.ts';
import { systemClock } from './ports/clock.ts';
import { endProcess, interruption } from './ports/signals.ts';
import { reportFailure } from './report/failure.ts';
import { type World } from './world.ts';

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
    signal = interruption();
    const green = await carryOut(inputs, { env: process.env, clock: systemClock, log, runner, signal });
    if (!green) process.exitCode = 1;
  } catch (error) {
    reportFailure(error, log);
    process.exitCode = 1;
  }
  if (signal?.aborted) endProcess();
}

/** Each mode in a chunk of its own: none loads what another needs. True where the step ends green. */
async function carryOut(inputs: Inputs, world: World): Promise<boolean> {
  switch (inputs.mode) {
    case 'deploy':
      return isGreen(await (await import('./deploy.ts')).deploy(inputs, world));
    case 'plan':
      return (await import('./preview.ts')).preview(inputs, world);
    case 'rollback':
      return isGreen(await (await import('./rollback.ts')).rollback(inputs, world));
    case 'promote':
      return isGreen(await (await import('./promote.ts')).promote(inputs, world));
    case 'wait':
      return isGreen(await (await import('./pick-up.ts')).pickUp(inputs, world));
  }
}
