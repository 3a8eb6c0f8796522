/** Lets a deployment go on that waits: for the shift, or for the end of its original task set. */
import { revisionOf } from './engine/codedeploy/describe.ts';
import { type Observation, type Wait } from './engine/engine.ts';
import { RefusalError, StepError } from './errors.ts';
import { type Outcome } from './events.ts';
import { follow, type Followed, type FollowPorts, whereabouts } from './follow.ts';
import { goOn } from './gate/go-on.ts';
import { type ControlInputs, type PromoteInputs } from './inputs/types.ts';
import { readSubject, reportOf, reportSubject, type Subject } from './picked-up/subject.ts';
import { type Waiting } from './plan.ts';
import { unlessAborted } from './ports/signals.ts';
import { approvalFaults } from './promote/approved.ts';
import { decide, type Decision } from './promote/decide.ts';
import { rememberDeployment } from './remember.ts';
import { reportOutcome } from './report/outcome.ts';
import { lookAfresh } from './stop/fresh-look.ts';
import { engineTarget } from './target/target.ts';
import { waitingOf } from './target/waiting.ts';
import { isOver, stageOf } from './watch/stage.ts';
import { openFor, type World } from './world.ts';

/** Throws what speaks against it; nothing was written then. */
export async function promote(inputs: PromoteInputs, world: World): Promise<Outcome> {
  const { clock, log, signal } = world;
  const runAt = clock.now();
  const aws = await openFor(inputs.waiting, world.env);
  const subject = await log.group('Look', async () => {
    const found = await unlessAborted(signal, readSubject(inputs, aws, world));
    reportSubject(found, aws.region, world);
    return found;
  });
  const faults = approvalFaults(subject.id, subject.brings, inputs.approved);
  if (faults.length > 0) throw new RefusalError(faults);
  const { outcome, events } = await carryOn(subject, inputs, { ...world, aws });
  return reportOutcome(outcome, { ...reportOf(subject), runAt, region: aws.region, events }, world);
}

/** A wait that it has left before it could be ended: what to do is decided anew, twice at most. */
const DECISIONS = 3;

async function carryOn(subject: Subject, inputs: PromoteInputs, ports: FollowPorts): Promise<Followed> {
  let seen = await look(subject, ports);
  let tried: Wait | null = null;
  for (let decisions = 1; decisions <= DECISIONS; decisions += 1) {
    const waits = waitingOf(inputs.waiting, subject.target.group).readyMs > 0;
    const decision = decide({ seen, waits, tried, until: inputs.waiting.until });
    if (decision.kind === 'refuse') throw refusal(subject.id, decision);
    if (decision.kind === 'follow') {
      if (isOver(seen)) break;
      remember(subject, inputs, ports);
      ports.log.info(`Deployment ${subject.id} goes on already: it is followed.${lastWait(seen)}`);
      break;
    }
    remember(subject, inputs, ports);
    tried ??= decision.wait;
    const gone = await goOn(subject.engine, seen, decision.wait, ports);
    if (gone.kind === 'continued') break;
    ports.log.info(`Deployment ${subject.id} does not wait any more: it is ${gone.seen.rawStatus}.`);
    seen = gone.seen;
  }
  return followOn({ subject, seen, waiting: waitingAfter(tried, subject, inputs) }, inputs, ports);
}

async function look({ id, engine }: Subject, ports: FollowPorts): Promise<Observation> {
  const fresh = await lookAfresh({ id, engine }, ports, null);
  if (fresh.kind === 'seen') return fresh.seen;
  ports.signal.throwIfAborted();
  const why = fresh.kind === 'unseen' ? fresh.why : 'the look was ended';
  throw new StepError({ tried: 'look at the deployment', on: id, why, repair: 'Run the job again.' });
}

function lastWait(seen: Observation): string {
  return stageOf(seen) === 'terminating'
    ? " Its original tasks still wait for their end; 'wait-for: completed' would end that wait."
    : '';
}

function refusal(id: string, { why, repair }: Extract<Decision, { readonly kind: 'refuse' }>): RefusalError {
  return new RefusalError([{ tried: 'promote the deployment', on: id, why, repair }]);
}

/** A deployment of `mode: rollback` that waits for a word is not stopped here either: that would undo the way out. */
function controlOf({ isWayBack }: Subject, { control }: PromoteInputs): ControlInputs | null {
  return isWayBack ? null : control;
}

/** From here on the deployment is this run's as well: `post` does what `on-cancel` says. */
function remember(subject: Subject, inputs: PromoteInputs, { runner, aws }: FollowPorts): void {
  const { id, target, brings, replaces } = subject;
  const { cluster, service } = target;
  const { application, group, ecsTarget } = engineTarget(target);
  const place = { region: aws.region, application, group, ecsTarget, cluster, service: service.serviceName ?? '' };
  const onCancel = controlOf(subject, inputs)?.onCancel ?? null;
  rememberDeployment(runner, { ...place, search: null, from: replaces ?? brings, to: brings, onCancel }, id);
}

/** What can still be waited for. `tried`: the wait that was ended, or that it had left by itself; null: none. */
function waitingAfter(tried: Wait | null, { target }: Subject, { waiting }: PromoteInputs): Waiting {
  const all = waitingOf(waiting, target.group);
  if (tried !== 'termination')
    return { ...all, readyMs: 0, limitMs: all.limitMs - (all.limitMs > 0 ? all.readyMs : 0) };
  const until = all.until === 'none' ? 'none' : 'completed';
  return { ...all, until, readyMs: 0, shiftMs: 0, terminationMs: 0, limitMs: waiting.marginMinutes * 60_000 };
}

interface Going {
  readonly subject: Subject;
  readonly seen: Observation;
  readonly waiting: Waiting;
}

async function followOn(
  { subject, seen, waiting }: Going,
  inputs: PromoteInputs,
  ports: FollowPorts,
): Promise<Followed> {
  const { id, engine, brings, target } = subject;
  if (waiting.until === 'none' && !isOver(seen)) {
    const note = `Deployment ${id} goes on to ${revisionOf(brings)} and is not waited for`;
    return { outcome: { result: 'started', note }, events: seen.events };
  }
  const from = { startedAt: ports.clock.now(), last: seen };
  const started = { id, engine, asked: brings, control: controlOf(subject, inputs), ...whereabouts(target), from };
  const until = waiting.until === 'none' ? 'completed' : waiting.until;
  const startedAt = seen.createdAt ?? from.startedAt;
  const result = await follow({ ...started, startedAt, waiting: { ...waiting, until } }, ports);
  return isOver(seen) ? { ...result, outcome: afterItsEnd(result.outcome) } : result;
}

/** It had ended before it was to be promoted. */
function afterItsEnd(outcome: Outcome): Outcome {
  if ('note' in outcome)
    return { ...outcome, note: `${outcome.note}; the deployment had ended before, and nothing was left to do` };
  return {
    ...outcome,
    cause: `${outcome.cause}; what has ended cannot be promoted: deploy again, and promote that deployment in time`,
  };
}
