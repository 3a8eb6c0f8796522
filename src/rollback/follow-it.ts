import { follow, type Followed, whereabouts } from '../follow.ts';
import { goOn } from '../gate/go-on.ts';
import { type Waiting } from '../plan.ts';
import { waitingOf } from '../target/waiting.ts';
import { type Errand, watchTo } from './errand.ts';
import { type Revision } from './running.ts';

interface Following {
  readonly id: string;
  /** Epoch milliseconds, by our clock. */
  readonly startedAt: number;
  readonly to: Revision;
  /** Where the group waits for a word before the shift, this step gives it: it is what was asked for. */
  readonly goOn: boolean;
}

/** Follows a deployment that leads where was asked. It is never stopped. */
export async function followIt({ id, startedAt, to, goOn }: Following, errand: Errand): Promise<Followed> {
  const { engine, inputs, target, aws, world } = errand;
  const waiting = waitingOf(inputs.waiting, target.group);
  if (goOn && waiting.readyMs > 0) await continued(id, waiting, errand);
  const started = { id, startedAt, engine, waiting, asked: to.arn, control: null, ...whereabouts(target) };
  return follow(started, { ...world, aws });
}

/** Waits for the group's wait and ends it. What else comes of the deployment, the following tells. */
async function continued(id: string, waiting: Waiting, errand: Errand): Promise<void> {
  const { engine, world } = errand;
  if (waiting.until === 'none') {
    world.log.warning(
      `The deployment group waits for a word before the shift, which wait-for: none does not stay for: continue deployment ${id} with mode: promote.`,
    );
    return;
  }
  const end = await watchTo('test-ready', id, errand);
  if (end.kind !== 'reached' || end.last.status !== 'Ready') return;
  world.log.info(
    'The deployment group waits for a word before the shift: it is given, since the rollback was asked for.',
  );
  await goOn(engine, end.last, 'ready', world);
}
