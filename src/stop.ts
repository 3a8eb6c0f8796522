/** Stops a deployment with rollback and follows both to their end. */
import { type Engine, type Observation, unseen } from './engine/engine.ts';
import { type DeploymentEvent, type WatchEnd } from './events.ts';
import { type Clock } from './ports/clock.ts';
import { take } from './watch/look.ts';
import { followRollback } from './watch/rollback.ts';
import { isOver } from './watch/stage.ts';

export interface StopPorts {
  readonly engine: Engine;
  readonly clock: Clock;
  /** When the deployment was started, on our clock: what is told counts from there. */
  readonly startedAt: number;
  readonly maxDelayMs: number;
  /** Ends the following, not the stop. Never the one whose abort was the reason for the stop. */
  readonly signal?: AbortSignal | undefined;
  readonly tell: (event: DeploymentEvent) => void;
  /** Called as soon as the stop was answered. */
  readonly stopped?: (() => void) | undefined;
}

/** CodeDeploy lets a lifecycle event that runs come to its end before a stop is complete. */
const LIMIT_MS = 10 * 60_000;
/** Which rollback it is shows a moment after the stop. */
const FIRST_LOOK_MS = 1_000;
const QUICK_GAP_MS = 1_500;
const GAP_MS = 4_500;
const QUICK_LOOKS = 4;

/**
 * One StopDeployment, always with rollback; then looks at the deployment alone until it is over, and at its rollback. Where it
 * had ended by itself, its own end. `known`: the last look at it. Throws an `AwsCallError` or a `StepError`.
 */
export async function stopAndFollow(ports: StopPorts, id: string, known: Observation | null = null): Promise<WatchEnd> {
  if ((await ports.engine.stop(id)) === 'stopping') ports.stopped?.();
  return followStopped(ports, id, known);
}

/** The same without the stop, for one that was stopped already. */
export async function followStopped(ports: StopPorts, id: string, known: Observation | null = null): Promise<WatchEnd> {
  const { engine, clock, signal, tell, startedAt } = ports;
  const until = clock.now() + LIMIT_MS;
  let last = known ?? unseen(id);
  for (let looks = 0; ; looks += 1) {
    await pause(ports, looks === 0 ? FIRST_LOOK_MS : looks <= QUICK_LOOKS ? QUICK_GAP_MS : GAP_MS);
    const answer = await take(engine, last, 'deployment', signal);
    if (answer.kind === 'aborted') return { kind: 'interrupted', last };
    if (answer.kind === 'seen') {
      if (answer.seen.rawStatus !== last.rawStatus) {
        tell({ kind: 'status', status: answer.seen.rawStatus, elapsedMs: clock.now() - startedAt });
      }
      last = answer.seen;
    }
    if (isOver(last)) return endOf(ports, last);
    if (clock.now() >= until) return { kind: 'timed-out', last, limitMs: LIMIT_MS };
  }
}

async function endOf(ports: StopPorts, last: Observation): Promise<WatchEnd> {
  if (last.status === 'Succeeded') return { kind: 'reached', end: 'completed', last };
  const watching = followRollback({ signal: undefined, ...ports }, last);
  for (;;) {
    const next = await watching.next();
    if (next.done) return { kind: last.status === 'Failed' ? 'failed' : 'stopped', ...next.value };
    ports.tell(next.value);
  }
}

async function pause({ clock, maxDelayMs, signal }: StopPorts, ms: number): Promise<void> {
  await clock.sleep(Math.min(ms, maxDelayMs), signal);
}
