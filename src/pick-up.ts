import { type Outcome } from './events.ts';
import { type WatchInputs } from './inputs/types.ts';
import { type World } from './world.ts';

/** Picks a deployment up by its id and only watches it. */
export function pickUp(inputs: WatchInputs, _world: World): Promise<Outcome> {
  return Promise.reject(new Error(`mode ${inputs.mode} is not there yet`));
}
