/** Picks a deployment up by its id and only watches it: nothing is continued, and nothing stopped. */
import { RefusalError } from './errors.ts';
import { type Outcome } from './events.ts';
import { follow, type Followed, type FollowPorts, type Started, tell, watchedAlone, whereabouts } from './follow.ts';
import { type WatchInputs } from './inputs/types.ts';
import { readSubject, reportOf, reportSubject, type Subject } from './picked-up/subject.ts';
import { rollbackVerdict } from './picked-up/rollback-verdict.ts';
import { unlessAborted } from './ports/signals.ts';
import { reportOutcome } from './report/outcome.ts';
import { waitFaults } from './target/check-group.ts';
import { primaryOf } from './target/facts.ts';
import { hasEnded } from './target/running.ts';
import { waitingOf } from './target/waiting.ts';
import { openFor, type World } from './world.ts';

/** Throws what speaks against watching it. */
export async function pickUp(inputs: WatchInputs, world: World): Promise<Outcome> {
  const { clock, log, signal } = world;
  const runAt = clock.now();
  const aws = await openFor(inputs.waiting, world.env);
  const subject = await log.group('Look', async () => {
    const found = await unlessAborted(signal, readSubject(inputs, aws, world));
    reportSubject(found, aws.region, world);
    return found;
  });
  const ended = hasEnded(subject.info.status);
  const { until } = inputs.waiting;
  const faults = ended || subject.isRollback ? [] : waitFaults(subject.target.group, { until, smokeTest: false });
  if (faults.length > 0) throw new RefusalError(faults);
  const { outcome, events } = await followed(subject, inputs, ended, { ...world, aws });
  return reportOutcome(outcome, { ...reportOf(subject), runAt, region: aws.region, events }, world);
}

/** One that has ended, and a rollback, which takes seconds, are judged by their end, whatever end was asked for. */
async function followed(subject: Subject, inputs: WatchInputs, ended: boolean, ports: FollowPorts): Promise<Followed> {
  const { id, engine, brings, info, isRollback, target } = subject;
  const waiting = waitingOf(inputs.waiting, target.group);
  const until = ended || isRollback ? 'completed' : waiting.until;
  const limitMs = isRollback ? Math.max(waiting.limitMs, inputs.waiting.marginMinutes * 60_000) : waiting.limitMs;
  const started: Started = {
    ...{ id, engine, asked: brings, control: null, ...whereabouts(target) },
    startedAt: info.createTime?.getTime() ?? ports.clock.now(),
    waiting: { ...waiting, until, limitMs },
  };
  if (!isRollback) return follow(started, ports);
  const end = await watchedAlone(started, ports, (event) => {
    tell(event, ports);
  });
  const outcome = rollbackVerdict(end, await runsNow(started, ports), brings);
  return { outcome, events: end.last?.events ?? [] };
}

/** null where it cannot be read. */
async function runsNow({ cluster, service }: Started, { aws }: FollowPorts): Promise<string | null> {
  const found = await aws.ecs.describeService(cluster, service).catch(() => null);
  return primaryOf(found)?.taskDefinition ?? null;
}
