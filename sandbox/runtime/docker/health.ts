/**
 * Health checks of a container definition, run in the container on the emulated clock.
 *
 * The engine's own HEALTHCHECK is not used: its timer is real, so a faster clock or a stepped one would leave it behind.
 */
import { finished } from 'node:stream/promises';
import { type Clock } from '../../clock.ts';
import { type ContainerHealthCheck } from '../runtime.ts';
import { type Engine, segment } from './engine.ts';
import { at, textAt } from './json-path.ts';

export type Status = 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY';

export interface Health {
  readonly status: Status;
  /** Checks that failed in a row, those of the start period left out. */
  readonly failures: number;
}

export const unknown: Health = { status: 'UNKNOWN', failures: 0 };

/** ECS API, HealthCheck: failures in the start period do not count; after one success all failures do. */
export function nextHealth(health: Health, passed: boolean, starting: boolean, retries: number): Health {
  if (passed) return { status: 'HEALTHY', failures: 0 };
  if (starting && health.status === 'UNKNOWN') return health;
  const failures = health.failures + 1;
  return { status: failures >= retries ? 'UNHEALTHY' : health.status, failures };
}

/** null for a check that is switched off (`NONE`) or empty. */
export function checkCommand([form, ...rest]: readonly string[]): readonly string[] | null {
  if (form === undefined || form === 'NONE') return null;
  if (form === 'CMD-SHELL') return ['/bin/sh', '-c', rest.join(' ')];
  if (form === 'CMD') return rest.length > 0 ? rest : null;
  return [form, ...rest];
}

export interface HealthOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly check: ContainerHealthCheck;
  readonly containerId: string;
  readonly tell: (status: 'HEALTHY' | 'UNHEALTHY') => void;
}

/** Starting a process in a container takes real time, however fast the clock. */
const LEAST_TIMEOUT_MS = 1_000;

/** Checks until the returned function is called. */
export function watchHealth(options: HealthOptions): () => void {
  const { clock, check, tell } = options;
  const command = checkCommand(check.command);
  if (!command) return () => undefined;
  const startedAt = clock.now();
  const stop = new AbortController();
  let health = unknown;
  let cancel = (): void => undefined;
  const later = (): void => {
    cancel = clock.after(Math.max(1, check.intervalSeconds * 1_000), () => {
      void clock.during(once());
    });
  };
  const once = async (): Promise<void> => {
    const passed = await run(options, command, stop.signal);
    if (stop.signal.aborted) return;
    const starting = clock.now() - startedAt < check.startPeriodSeconds * 1_000;
    const before = health.status;
    health = nextHealth(health, passed, starting, check.retries);
    if (health.status !== before && health.status !== 'UNKNOWN') tell(health.status);
    later();
  };
  later();
  return () => {
    cancel();
    stop.abort();
  };
}

/** Whether the command ends with 0 in time. One that is late is left to itself: the engine has no way to end it. */
async function run(
  { engine, clock, check, containerId }: HealthOptions,
  command: readonly string[],
  stop: AbortSignal,
): Promise<boolean> {
  const limit = Math.max(LEAST_TIMEOUT_MS, clock.realMs(check.timeoutSeconds * 1_000));
  const signal = AbortSignal.any([stop, AbortSignal.timeout(limit)]);
  try {
    const body = { Cmd: command, AttachStdout: true, AttachStderr: true };
    const id = textAt(await engine.call('POST', `/containers/${segment(containerId)}/exec`, { body, signal }), 'Id');
    const output = await engine.open('POST', `/exec/${id}/start`, { body: { Detach: false, Tty: false }, signal });
    await finished(output.resume());
    return at(await engine.call('GET', `/exec/${id}/json`, { signal }), 'ExitCode') === 0;
  } catch {
    return false;
  }
}
