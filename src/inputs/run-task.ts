import { type Reading } from './reading.ts';
import { yesOrNo } from './scalar.ts';
import { type RunTaskInputs } from './types.ts';

/** Reads what is run before the deployment; null where nothing is. */
export function readRunTask(reading: Reading): RunTaskInputs | null {
  if (!reading.parsed('run-task', false, yesOrNo)) return null;
  reading.fault('run-task', "'false': tasks are not run yet");
  return null;
}
