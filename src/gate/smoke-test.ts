/** Runs the command that decides over the shift. */
import { messageOf } from '../errors.ts';
import { type Clock } from '../ports/clock.ts';
import { type Log } from '../ports/log.ts';
import { runShell, type ShellEnd } from '../ports/shell.ts';
import { type Gate } from './gate.ts';
import { Tail } from './tail.ts';

export type TestResult =
  | { readonly kind: 'passed' }
  /** `cause`: a clause without a full stop. */
  | { readonly kind: 'failed'; readonly cause: string }
  | { readonly kind: 'cancelled' };

export interface TestPorts {
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

export interface Limit {
  readonly ms: number;
  /** For the reader: `10 min`, and where it comes from. */
  readonly words: string;
}

/** Once cancelled, a run has few seconds, and the deployment is still to be stopped. */
const CANCEL_GRACE_MS = 1_000;
const LIMIT_GRACE_MS = 5_000;

/** At the limit it has failed, and what it started is ended. Its output goes to the log and commands nothing. */
export async function runSmokeTest(gate: Gate, limit: Limit, ports: TestPorts): Promise<TestResult> {
  const { clock, log, signal } = ports;
  const ending = new AbortController();
  const done = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  const late = clock.sleep(limit.ms, done.signal).then(end);
  const tail = new Tail();
  const onLine = (line: string): void => {
    tail.add(line);
    log.info(line);
  };
  const graceMs = (): number => (signal.aborted ? CANCEL_GRACE_MS : LIMIT_GRACE_MS);
  const options = { env: gate.env, cwd: gate.workspace, signal: ending.signal, graceMs, onLine };
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  try {
    const ended = await log.quoted(() => runShell(gate.test.command, options));
    if (signal.aborted) return { kind: 'cancelled' };
    if (!ending.signal.aborted && ended.code === 0) return { kind: 'passed' };
    return { kind: 'failed', cause: `${ending.signal.aborted ? tooLong(limit) : failed(ended)}${tail.words()}` };
  } catch (error) {
    return { kind: 'failed', cause: `the smoke test could not be started: ${messageOf(error)}` };
  } finally {
    signal.removeEventListener('abort', end);
    done.abort();
    await late;
  }
}

function tooLong({ words }: Limit): string {
  return `the smoke test did not end within ${words}`;
}

function failed({ code, signal }: ShellEnd): string {
  return `the smoke test failed (${code === null ? `ended by ${signal ?? 'a signal'}` : `exit code ${code}`})`;
}
