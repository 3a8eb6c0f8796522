/** From the start of a deployment that waits, past the test that decides over it, to its end. */
import { type Observation } from '../engine/engine.ts';
import { type DeploymentEvent } from '../events.ts';
import { type FollowPorts, type Started, tell, type Watched, watched } from '../follow.ts';
import { type Waiting } from '../plan.ts';
import { lastEnded } from '../watch/due.ts';
import { type Gate } from './gate.ts';
import { goOn } from './go-on.ts';
import { testLimit } from './limit.ts';
import { runSmokeTest, type TestResult } from './smoke-test.ts';

/** The test does not let it go on: it is to be stopped. `cause`: a clause without a full stop. */
export interface Held {
  readonly kind: 'held';
  readonly cause: string;
  readonly last: Observation;
}

export async function passGate(started: Started, gate: Gate, ports: FollowPorts): Promise<Watched | Held> {
  const { clock, log } = ports;
  const startedAt = clock.now();
  const { end, readyAt } = await untilReady(started, ports);
  if (end.kind !== 'reached') return end;
  const { last } = end;
  const rest = { ...started, waiting: { ...started.waiting, readyMs: 0 }, from: { startedAt, last } };
  if (last.status !== 'Ready') {
    log.warning(`Someone let deployment ${last.id} go on before its smoke test: it was not run.`);
    return watched(rest, ports);
  }
  const { minutes } = gate.test;
  const limit = testLimit(minutes, { readyMs: started.waiting.readyMs, readyAt, now: clock.now() });
  const result = await log.group('Smoke test', () => tested(gate, limit, ports));
  if (result.kind === 'cancelled') return { kind: 'interrupted', last };
  if (result.kind === 'failed') return { kind: 'held', cause: result.cause, last };
  log.info('The smoke test has passed.');
  await goOn(started.engine, last, 'ready', ports);
  return watched(rest, ports);
}

function tested(gate: Gate, limit: ReturnType<typeof testLimit>, ports: FollowPorts): Promise<TestResult> {
  ports.log.info(`TEST_URL: ${gate.env['TEST_URL'] ?? ''}`);
  ports.log.info(`At most ${limit.words}.`);
  return runSmokeTest(gate, limit, ports);
}

interface Ready {
  readonly end: Watched;
  /** Since when it waits, as far as that can be told on our clock. */
  readonly readyAt: number;
}

/** The usual watch, without its last word: who lets the deployment go on is known here. */
async function untilReady(started: Started, ports: FollowPorts): Promise<Ready> {
  let held: DeploymentEvent | null = null;
  let first: DeploymentEvent | null = null;
  const hear = (event: DeploymentEvent): void => {
    first ??= event;
    if (held !== null) tell(held, ports);
    held = event.kind === 'waiting' ? event : null;
    if (held === null) tell(event, ports);
  };
  const end = await watched({ ...started, waiting: toReady(started.waiting) }, ports, hear);
  const now = ports.clock.now();
  // Of one that an earlier attempt had started, only AWS's clock tells since when it waits.
  const since = waited(first) && end.last !== null ? lastEnded(end.last) : null;
  return { end, readyAt: since ?? now };
}

function waited(first: DeploymentEvent | null): boolean {
  return first?.kind === 'status' && first.status === 'Ready';
}

/** What is granted beyond the known waits is for the start of the tasks and the checks before the wait. */
function toReady(waiting: Waiting): Waiting {
  const { until, readyMs, shiftMs, terminationMs, limitMs } = waiting;
  const known = readyMs + shiftMs + (until === 'completed' ? terminationMs : 0);
  return { ...waiting, until: 'test-ready', limitMs: limitMs - known };
}
