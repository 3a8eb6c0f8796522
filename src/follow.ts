/** From a started deployment to the verdict: watches, tells each change, takes a last look, reports. */
import { cancel } from './cancel.ts';
import { conclude } from './conclude.ts';
import { type Engine, type LifecycleEvent } from './engine/engine.ts';
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
import { testListener } from './target/facts.ts';
import { type DeploymentConfig, type Target } from './target/target.ts';
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

async function judged(started: Started, end: WatchEnd | Held, ports: FollowPorts): Promise<Outcome> {
  if (end.kind === 'held') {
    return giveUp(started, ports, { kind: 'smoke-test', cause: end.cause }, end.last, 'rollback');
  }
  if (end.kind === 'interrupted') return cancel(started, ports, end.last);
  if (end.kind !== 'timed-out') return conclude(started, end, ports);
  const reason = { kind: 'timed-out', cause: tooLate(end.last, end.limitMs) } as const;
  return giveUp(started, ports, reason, end.last, started.control?.onTimeout ?? 'leave');
}

/** `hear`: what is done with each change. */
export async function watched(
  started: Started,
  ports: FollowPorts,
  hear = (event: DeploymentEvent): void => {
    tell(event, ports);
  },
): Promise<WatchEnd> {
  const { engine, id, waiting, steps, hasTestListener, from } = started;
  const watching = watch(engine, id, {
    waiting,
    steps,
    hasTestListener,
    clock: ports.clock,
    random: Math.random,
    signal: ports.signal,
    from,
  });
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
