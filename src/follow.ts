/** From a started deployment to the verdict: watches, tells each change, takes a last look, reports. */
import { cancel } from './cancel.ts';
import { conclude } from './conclude.ts';
import { type Engine, type LifecycleEvent, type Observation } from './engine/engine.ts';
import { StepError } from './errors.ts';
import { type DeploymentEvent, type Outcome, type WatchEnd } from './events.ts';
import { type Gate } from './gate/gate.ts';
import { type Held, passGate } from './gate/pass.ts';
import { giveUp } from './give-up.ts';
import { type ControlInputs } from './inputs/types.ts';
import { type Waiting } from './plan.ts';
import { type Aws } from './ports/aws/aws.ts';
import { type Clock } from './ports/clock.ts';
import { type Log } from './ports/log.ts';
import { type Runner } from './ports/runner.ts';
import { consoleUrl } from './report/console.ts';
import { line } from './report/progress.ts';
import { unlessCut } from './stop/grace.ts';
import { testListener } from './target/facts.ts';
import { nameOf } from './target/place.ts';
import { type DeploymentConfig, type Target } from './target/target.ts';
import { type Counting, countFailures } from './task-failures/count.ts';
import { tooLate } from './verdict.ts';
import { type Seen, watch } from './watch.ts';

export interface Started {
  readonly id: string;
  /** Epoch milliseconds, by our clock, from before the deployment was created. */
  readonly startedAt: number;
  readonly engine: Engine;
  readonly waiting: Waiting;
  readonly steps: DeploymentConfig['steps'];
  readonly hasTestListener: boolean;
  /** As DescribeServices takes them. */
  readonly cluster: string;
  readonly service: string;
  /** ARN of the task definition that production should run in the end. */
  readonly asked: string;
  /** When it is stopped; null: never, in a mode that brings an earlier revision back or only watches. */
  readonly control: ControlInputs | null;
  /** What lets it go on where it waits before its shift. */
  readonly gate?: Gate | null;
  /** Where an earlier watch of it ended. */
  readonly from?: Seen;
}

/** What following a deployment needs to know of where it goes. */
export function whereabouts(target: Target): Pick<Started, 'steps' | 'hasTestListener' | 'cluster' | 'service'> {
  const { cluster, service, group } = target;
  const hasTestListener = testListener(group) !== undefined;
  return { steps: group.config.steps, hasTestListener, cluster, service: service.serviceName ?? '' };
}

export interface FollowPorts {
  readonly aws: Aws;
  readonly clock: Clock;
  readonly log: Log;
  readonly runner: Runner;
  readonly signal: AbortSignal;
}

export interface Followed {
  readonly outcome: Outcome;
  readonly events: readonly LifecycleEvent[];
}

/** Throws a `StepError` where the deployment cannot be watched any more; it then goes on by itself. */
export async function follow(started: Started, ports: FollowPorts): Promise<Followed> {
  const ending = started.gate ? passGate(started, started.gate, ports) : watched(started, ports);
  const end = await ending.catch((error: unknown) => lost(error, started.id, ports));
  return { outcome: await judged(started, end, ports), events: end.last?.events ?? [] };
}

/** `failing`: too many tasks of the replacement stopped by themselves. */
export type Watched =
  WatchEnd | { readonly kind: 'failing'; readonly last: Observation | null; readonly cause: string };

async function judged(started: Started, end: Watched | Held, ports: FollowPorts): Promise<Outcome> {
  if (end.kind === 'interrupted') return cancel(started, ports, end.last);
  const outcome = await unlessCut(outcomeOf(started, end, ports), CUT_MS, ports);
  return (
    outcome ?? { result: 'interrupted', cause: `the run was cancelled while deployment ${started.id} came to its end` }
  );
}

/** As long as a cancel may take: the runner kills a few seconds later. */
const CUT_MS = 5_500;

async function outcomeOf(
  started: Started,
  end: Exclude<Watched | Held, { kind: 'interrupted' }>,
  ports: FollowPorts,
): Promise<Outcome> {
  const { last } = end;
  switch (end.kind) {
    case 'failing':
      return giveUp(started, ports, { kind: 'task-failures', cause: end.cause }, last, 'rollback');
    case 'held':
      return giveUp(started, ports, { kind: 'smoke-test', cause: end.cause }, last, 'rollback');
    case 'timed-out': {
      const reason = { kind: 'timed-out', cause: tooLate(last, end.limitMs) } as const;
      return giveUp(started, ports, reason, last, started.control?.onTimeout ?? 'leave');
    }
    case 'reached':
    case 'failed':
    case 'stopped':
      return conclude(started, end, ports);
  }
}

/** What is done with each change. */
type Hear = (event: DeploymentEvent) => void;

/** The watch, and the count of failed tasks beside it: the first to come to an end ends the other. */
export async function watched(
  started: Started,
  ports: FollowPorts,
  hear: Hear = (event) => {
    tell(event, ports);
  },
): Promise<Watched> {
  const over = new AbortController();
  const failing = new AbortController();
  const { engine, latest } = remembering(started);
  const counted = count(started, ports, { latest, signal: over.signal }).then((cause) => {
    if (cause !== null) failing.abort();
    return cause;
  });
  try {
    const signal = AbortSignal.any([ports.signal, failing.signal]);
    const end = await watchedAlone({ ...started, engine }, { ...ports, signal }, hear);
    over.abort();
    const cause = failing.signal.aborted && !ports.signal.aborted ? await counted : null;
    return cause !== null && end.kind === 'interrupted' ? { kind: 'failing', last: end.last, cause } : end;
  } finally {
    over.abort();
  }
}

async function count(
  { control, waiting, cluster, service }: Started,
  { aws, clock, log }: FollowPorts,
  beside: Pick<Counting, 'latest' | 'signal'>,
): Promise<string | null> {
  const given = control === null ? 0 : control.maxTaskFailures;
  if (given === 0 || waiting.until === 'none') return null;
  const { maxDelayMs } = waiting;
  return countFailures({ ecs: aws.ecs, clock, log, cluster: nameOf(cluster), service, given, maxDelayMs, ...beside });
}

/** The engine, with the last look that was had through it. */
function remembering({ engine, id }: Started): { readonly engine: Engine; readonly latest: () => Observation | null } {
  let last: Observation | null = null;
  const observe: Engine['observe'] = async (of, look) => {
    const seen = await engine.observe(of, look);
    if (of === id) last = seen;
    return seen;
  };
  return { engine: { ...engine, observe }, latest: () => last };
}

/** The watch without that count. */
export async function watchedAlone(started: Started, { clock, signal }: FollowPorts, hear: Hear): Promise<WatchEnd> {
  const { engine, id, waiting, steps, hasTestListener, from } = started;
  const options = { waiting, steps, hasTestListener, clock, random: Math.random, signal, from };
  const watching = watch(engine, id, options);
  for (;;) {
    const next = await watching.next();
    if (next.done) return next.value;
    hear(next.value);
  }
}

/** The deployment goes on: whoever reads the error has to find it. */
function lost(error: unknown, id: string, { aws }: FollowPorts): never {
  if (!(error instanceof StepError)) throw error;
  const repair = `${error.fault.repair}\n${consoleUrl(id, aws.region)}`;
  throw new StepError({ ...error.fault, repair }, { cause: error });
}

export function tell(event: DeploymentEvent, { log, runner }: FollowPorts): void {
  log.info(line(event));
  if (event.kind === 'rollback') runner.setOutput('rollback-deployment-id', event.deploymentId);
}
