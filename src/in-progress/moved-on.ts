import { messageOf } from '../errors.ts';
import { type Plan } from '../plan.ts';
import { type EcsPort } from '../ports/aws/aws.ts';
import { type Clock } from '../ports/clock.ts';
import { type Log } from '../ports/log.ts';
import { primaryOf } from '../target/facts.ts';
import { type Kept } from './kept.ts';

/** For this long what was read is taken as it is. */
const FRESH_MS = 60_000;

/**
 * True where production has gone to another task set since the look, as a newer run can bring it during a long build or
 * task: the plan was made for another one. Asked again only after a minute; where it cannot be told, CodeDeploy decides.
 */
export async function hasMovedOn(
  plan: Plan,
  kept: Kept,
  ports: { readonly ecs: Pick<EcsPort, 'describeService'>; readonly clock: Clock; readonly log: Log },
): Promise<boolean> {
  const { clock, ecs, log } = ports;
  if (clock.now() - kept.seenAt < FRESH_MS) return false;
  const { cluster, service, primary } = plan.target;
  try {
    const now = primaryOf(await ecs.describeService(cluster, service.serviceName ?? ''));
    kept.seenAt = clock.now();
    if (now === undefined || now.id === primary.id) return false;
    log.info(`Production has gone to another task set meanwhile (${now.id ?? ''}): looking again.`);
    return true;
  } catch (error) {
    log.debug(`The PRIMARY task set could not be read again: ${messageOf(error)}`);
    return false;
  }
}
