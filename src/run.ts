/** The story of a run, and the one catch. What a deployment needs is loaded only when the inputs are right. */
import { readInputs } from './inputs.ts';
import { type Inputs } from './inputs/types.ts';
import { actionsLog, actionsRunner } from './ports/actions.ts';
import { isGreen } from './events.ts';
import { systemClock } from './ports/clock.ts';
import { markText, ownProcess } from './ports/process-mark.ts';
import { endProcess, interruption } from './ports/signals.ts';
import { rememberEnd } from './remember.ts';
import { reportFailure } from './report/failure.ts';
import { type World } from './world.ts';

export async function run(): Promise<void> {
  const log = actionsLog();
  const runner = actionsRunner(process.env);
  const signal = interruption();
  const world = { env: process.env, clock: systemClock, log, runner, signal };
  if (runner.state('phase') === 'main') await afterwards(world);
  else await main(world);
  if (signal.aborted) endProcess();
}

async function main(world: World): Promise<void> {
  const { log, runner, signal } = world;
  try {
    runner.saveState('phase', 'main');
    runner.saveState('process', markText(ownProcess()));
    if (!(await carryOut(await readInputs(world.env), world))) process.exitCode = 1;
  } catch (error) {
    reportFailure(error, log);
    process.exitCode = 1;
    // What was cancelled is for `post`, also where it ended in an error of its own.
    if (!signal.aborted) rememberEnd(runner, 'error');
  }
}

/** A job is never red for it. */
async function afterwards(world: World): Promise<void> {
  try {
    await (await import('./post.ts')).post(world);
  } catch (error) {
    reportFailure(error, world.log);
  }
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
