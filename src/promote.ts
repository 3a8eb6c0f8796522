import { type Outcome } from './events.ts';
import { type PromoteInputs } from './inputs/types.ts';
import { type World } from './world.ts';

/** Lets a deployment go on that waits. */
export function promote(inputs: PromoteInputs, _world: World): Promise<Outcome> {
  return Promise.reject(new Error(`mode ${inputs.mode} is not there yet`));
}
