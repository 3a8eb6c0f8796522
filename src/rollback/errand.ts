import { type Engine } from '../engine/engine.ts';
import { type DeploymentEvent, type WatchEnd } from '../events.ts';
import { whereabouts } from '../follow.ts';
import { type RollbackInputs, type WaitFor } from '../inputs/types.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { line } from '../report/progress.ts';
import { type Target } from '../target/target.ts';
import { waitingOf } from '../target/waiting.ts';
import { watch } from '../watch.ts';
import { type World } from '../world.ts';

/** What carrying a plan out works with. */
export interface Errand {
  readonly inputs: RollbackInputs;
  readonly target: Target;
  readonly engine: Engine;
  readonly aws: Aws;
  readonly world: World;
}

/** The plan does not hold any more: what it was made from has changed meanwhile. */
export const CHANGED = 'changed';

/** Tells what happens to a deployment. */
export function tellTo({ log, runner }: World): (event: DeploymentEvent) => void {
  return (event) => {
    log.info(line(event));
    if (event.kind === 'rollback') runner.setOutput('rollback-deployment-id', event.deploymentId);
  };
}

/** Watches a deployment until that end, and tells what happens. */
export async function watchTo(
  until: WaitFor,
  id: string,
  { engine, inputs, target, world }: Errand,
): Promise<WatchEnd> {
  const { clock, signal } = world;
  const { limitMs, ...waiting } = waitingOf({ ...inputs.waiting, until }, target.group);
  // Until the group's own wait begins the same is waited for as until it ends.
  const whole = { ...waiting, limitMs: limitMs + (until === 'test-ready' ? waiting.readyMs : 0) };
  const watching = watch(engine, id, { ...whereabouts(target), waiting: whole, clock, random: Math.random, signal });
  const tell = tellTo(world);
  for (;;) {
    const next = await watching.next();
    if (next.done) return next.value;
    tell(next.value);
  }
}
