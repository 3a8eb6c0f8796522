import { type PlanInputs } from './inputs/types.ts';
import { type World } from './world.ts';

/** Tells what would be done, and does none of it. True where nothing speaks against it. */
export function preview(inputs: PlanInputs, _world: World): Promise<boolean> {
  return Promise.reject(new Error(`mode ${inputs.mode} is not there yet`));
}
