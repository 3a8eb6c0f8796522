/** A command by bash, with every process that it starts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ShellOptions {
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Each line as it comes, of both outputs. */
  readonly onLine: (line: string) => void;
  /** Ends the command. */
  readonly signal: AbortSignal;
  /** From SIGTERM to SIGKILL, in milliseconds; asked for when it is to end. */
  readonly graceMs: () => number;
}

export interface ShellEnd {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** How long the rest of the output is waited for, where a process that is left holds it open. */
const DRAIN_MS = 1_000;
const LOOK_MS = 25;

/**
 * `bash -eo pipefail -c`, in a process group of its own. What of the group is left when the command has ended, or the
 * signal aborts, is ended. Rejects with Node's own error (`ENOENT`) where there is no bash.
 */
export async function runShell(command: string, options: ShellOptions): Promise<ShellEnd> {
  const { env, cwd, onLine, signal, graceMs } = options;
  const child = spawn('bash', ['-eo', 'pipefail', '-c', command], {
    env,
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', onLine);
  const closed = new Promise((resolve) => child.once('close', resolve));
  const exit = new Promise<ShellEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, by) => {
      resolve({ code, signal: by });
    });
  });
  const stop = (): void => {
    void endGroup(child, graceMs());
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const end = await exit;
    await endGroup(child, graceMs());
    await Promise.race([closed, sleep(DRAIN_MS, null, { ref: false })]);
    return end;
  } finally {
    signal.removeEventListener('abort', stop);
    for (const output of [child.stdout, child.stderr]) output.destroy();
  }
}

/** SIGTERM, and SIGKILL where something of the group is there after `graceMs`. */
async function endGroup(child: ChildProcess, graceMs: number): Promise<void> {
  if (!kill(child, 'SIGTERM')) return;
  for (const until = performance.now() + graceMs; performance.now() < until;) {
    await sleep(LOOK_MS);
    if (!kill(child, 0)) return;
  }
  kill(child, 'SIGKILL');
}

/** False where nothing of the group is left. Windows knows no groups: there the tree below the process is ended. */
function kill({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  if (process.platform === 'win32') {
    if (exitCode !== null || signalCode !== null) return false;
    if (signal !== 0)
      spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' }).on('error', () => undefined);
    return true;
  }
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
