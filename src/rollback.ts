import { type Outcome } from './events.ts';
import { type RollbackInputs } from './inputs/types.ts';
import { type World } from './world.ts';

/** Brings production back to a revision that it ran before. */
export function rollback(inputs: RollbackInputs, _world: World): Promise<Outcome> {
  return Promise.reject(new Error(`mode ${inputs.mode} is not there yet`));
}
