import { messageOf } from '../errors.ts';
import { type Outcome, type WatchEnd } from '../events.ts';
import { rememberDeployment, rememberStop, whereOf } from '../remember.ts';
import { reportStart } from '../report/steps.ts';
import { stopAndFollow } from '../stop.ts';
import { primaryOf } from '../target/facts.ts';
import { type Choice } from './plan.ts';
import { CHANGED, type Errand, tellTo } from './errand.ts';
import { returned } from './verdict.ts';

/** Stops the deployment with rollback, and looks where production is then. `changed`: it had succeeded before the stop. */
export async function carryOutStop(
  { id, to, leaves }: Extract<Choice, { readonly kind: 'stop' | 'follow' }>,
  errand: Errand,
): Promise<Outcome | typeof CHANGED> {
  const { engine, inputs, target, aws, world } = errand;
  // As the deployment sees it: from where it came back, and what it was to bring. It is stopped here, never by `post`.
  const ways = { search: null, from: to.arn, to: leaves.arn, onCancel: null };
  rememberDeployment(world.runner, { ...whereOf(target, aws.region), ...ways }, id);
  reportStart(id, aws.region, world);
  if (inputs.waiting.until === 'none') {
    if ((await engine.stop(id)) === 'over') return CHANGED;
    return {
      result: 'started',
      note: `Deployment ${id} is being stopped with rollback to ${to.name}, which is not waited for`,
    };
  }
  const end = await stopped(id, errand);
  if (end.kind === 'reached') return CHANGED;
  if (world.signal.aborted && !isSettled(end)) return returned(id, { kind: 'interrupted', last: end.last }, null, to);
  return returned(id, end, isSettled(end) ? await runsNow(errand, to.arn) : null, to);
}

/** Nothing of it goes on any more. */
function isSettled(end: WatchEnd): boolean {
  if (end.kind !== 'stopped' && end.kind !== 'failed') return false;
  return end.rollback === null || ['Succeeded', 'Failed', 'Stopped'].includes(end.rollback.status);
}

export function stopped(id: string, { engine, inputs, world }: Errand): Promise<WatchEnd> {
  const { clock, signal } = world;
  const maxDelayMs = inputs.waiting.maxDelaySeconds * 1000;
  const stoppedNow = (): void => {
    rememberStop(world.runner);
  };
  const ports = { engine, clock, maxDelayMs, signal, tell: tellTo(world), stopped: stoppedNow };
  return stopAndFollow({ ...ports, startedAt: clock.now() }, id);
}

const LOOKS = 3;
const LOOK_PAUSE_MS = 2_000;

/** ARN that the PRIMARY task set runs; where it is not what is expected, it is looked at again. null: it cannot be read. */
async function runsNow({ inputs, aws, world }: Errand, expected: string): Promise<string | null> {
  const { clock, log, signal } = world;
  let running: string | null = null;
  for (let look = 0; look < LOOKS && running !== expected; look += 1) {
    if (look > 0) await clock.sleep(LOOK_PAUSE_MS, signal);
    try {
      running = primaryOf(await aws.ecs.describeService(inputs.cluster, inputs.service))?.taskDefinition ?? null;
    } catch (error) {
      log.warning(`The PRIMARY task set could not be read after the stop: ${messageOf(error)}`);
      return null;
    }
  }
  return running;
}
