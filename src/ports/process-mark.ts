/** Which process the step's main program is, so that `post` can tell whether it still lives. */
import { readFileSync } from 'node:fs';
import { kill } from 'node:process';
import { type Clock } from './clock.ts';

/** A process id comes round again; together with its start time it names one process. */
export interface ProcessMark {
  readonly pid: number;
  /** proc_pid_stat(5), field 22: ticks from the machine's start. */
  readonly start: string;
}

/** null where the system does not tell (no /proc): then nothing is ended by its id. */
export function ownProcess(): ProcessMark | null {
  const start = startOf(process.pid);
  return start === null ? null : { pid: process.pid, start };
}

const PAUSE_MS = 50;
/** Long enough to send a StopDeployment that was about to be sent. */
const PATIENCE_MS = 3_000;
const KILLED_BY_MS = 2_000;

/**
 * Ends the process where it still lives: SIGTERM, and SIGKILL three seconds later. `gone`: there was nothing to end;
 * `stays`: it could not be ended.
 */
export async function endMarked(mark: ProcessMark, clock: Clock): Promise<'gone' | 'ended' | 'stays'> {
  if (!lives(mark)) return 'gone';
  for (const [signal, patienceMs] of [
    ['SIGTERM', PATIENCE_MS],
    ['SIGKILL', KILLED_BY_MS],
  ] as const) {
    send(mark, signal);
    const until = clock.now() + patienceMs;
    while (lives(mark) && clock.now() < until) await clock.sleep(PAUSE_MS);
    if (!lives(mark)) return 'ended';
  }
  return 'stays';
}

function send({ pid }: ProcessMark, signal: NodeJS.Signals): void {
  try {
    kill(pid, signal);
  } catch {
    // It ended by itself in between, or belongs to someone else: the next look tells.
  }
}

function lives({ pid, start }: ProcessMark): boolean {
  return startOf(pid) === start;
}

/** null where there is no such process, or where it has ended and only waits to be fetched (state Z or X). */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, which may hold both.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

export function markText(mark: ProcessMark | null): string {
  return mark === null ? '' : `${mark.pid} ${mark.start}`;
}

/** Reads what `markText` wrote. */
export function parseMark(text: string): ProcessMark | null {
  const match = /^([1-9]\d*) (\d+)$/.exec(text);
  return match === null ? null : { pid: Number(match[1]), start: match[2] ?? '' };
}
