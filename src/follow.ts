/** From a started deployment to the verdict: watches, tells each change, takes a last look, reports. */
import { type Engine, type LifecycleEvent } from './engine/engine.ts';
import { messageOf, StepError } from './errors.ts';
import { type DeploymentEvent, type Outcome, type WatchEnd } from './events.ts';
import { type ControlInputs } from './inputs/types.ts';
import { type Waiting } from './plan.ts';
import { type Aws } from './ports/aws/aws.ts';
import { type Clock } from './ports/clock.ts';
import { type Log } from './ports/log.ts';
import { type Runner } from './ports/runner.ts';
import { consoleUrl } from './report/console.ts';
import { diagnose } from './report/diagnosis.ts';
import { line } from './report/progress.ts';
import { primaryOf, testListener } from './target/facts.ts';
import { nameOf } from './target/place.ts';
import { type DeploymentConfig, type Target } from './target/target.ts';
import { verdict } from './verdict.ts';
import { watch } from './watch.ts';

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
  /** When it is stopped; null: never, as a rollback. */
  readonly control: ControlInputs | null;
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
  const end = await watched(started, ports).catch((error: unknown) => lost(error, started.id, ports));
  const last = end.last;
  const cause = end.kind === 'failed' || end.kind === 'stopped' ? await causeOf(started, end, ports) : undefined;
  const outcome = verdict(end, {
    primaryTaskDefinition: await runningNow(started, end, ports),
    asked: started.asked,
    cause,
    terminationMs: started.waiting.terminationMs,
  });
  return { outcome, events: last?.events ?? [] };
}

async function watched(started: Started, ports: FollowPorts): Promise<WatchEnd> {
  const { engine, id, waiting, steps, hasTestListener } = started;
  const watching = watch(engine, id, {
    waiting,
    steps,
    hasTestListener,
    clock: ports.clock,
    random: Math.random,
    signal: ports.signal,
  });
  for (;;) {
    const next = await watching.next();
    if (next.done) return next.value;
    tell(next.value, ports);
  }
}

/** The deployment goes on: whoever reads the error has to find it. */
function lost(error: unknown, id: string, { aws }: FollowPorts): never {
  if (!(error instanceof StepError)) throw error;
  const repair = `${error.fault.repair}\n${consoleUrl(id, aws.region)}`;
  throw new StepError({ ...error.fault, repair }, { cause: error });
}

function tell(event: DeploymentEvent, { log, runner }: FollowPorts): void {
  log.info(line(event));
  if (event.kind === 'rollback') runner.setOutput('rollback-deployment-id', event.deploymentId);
}

async function causeOf(
  started: Started,
  end: WatchEnd & { kind: 'failed' | 'stopped' },
  ports: FollowPorts,
): Promise<string> {
  const { cause, lines } = await diagnose(ports.aws.ecs, {
    cluster: nameOf(started.cluster),
    service: started.service,
    last: end.last,
    asked: started.asked,
    since: end.last.createdAt ?? started.startedAt,
  });
  await ports.log.group('Why the deployment failed', () => {
    for (const text of lines) ports.log.info(text);
    return Promise.resolve();
  });
  return cause;
}

const LOOKS = 3;
const LOOK_PAUSE_MS = 2_000;

/** ECS may show a shift a moment after CodeDeploy has told it: where the two disagree, it is looked at again. */
async function runningNow(started: Started, end: WatchEnd, ports: FollowPorts): Promise<string | null> {
  if (end.kind === 'timed-out' || end.kind === 'interrupted') return null;
  if (end.kind === 'reached' && (end.end === 'none' || end.end === 'test-ready')) return null;
  const expected = end.kind === 'reached' ? started.asked : null;
  let running: string | null = null;
  for (let look = 0; look < LOOKS; look += 1) {
    if (look > 0) await ports.clock.sleep(LOOK_PAUSE_MS, ports.signal);
    running = await primaryNow(started, ports);
    if (running === null || expected === null || running === expected) return running;
  }
  return running;
}

async function primaryNow({ cluster, service }: Started, { aws, log }: FollowPorts): Promise<string | null> {
  try {
    return primaryOf(await aws.ecs.describeService(cluster, service))?.taskDefinition ?? null;
  } catch (error) {
    log.warning(`The PRIMARY task set could not be read after the deployment: ${messageOf(error)}`);
    return null;
  }
}
