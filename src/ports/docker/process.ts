import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';

export interface ProcessOptions {
  /** Set beside the environment of the port. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Written to standard input, which is then closed. */
  readonly input?: string | undefined;
  readonly cwd?: string | undefined;
  /** Ends the process: SIGTERM, and SIGKILL five seconds later. */
  readonly signal?: AbortSignal | undefined;
  /** Each line as it comes, of both outputs. */
  readonly onLine?: ((line: string) => void) | undefined;
}

export interface ProcessResult {
  /** null where a signal ended the process. */
  readonly code: number | null;
  /** The end of each output, at most a million characters. */
  readonly stdout: string;
  readonly stderr: string;
}

const KEPT = 1_000_000;
const KILL_AFTER_MS = 5_000;

/** Rejects with Node's own error (`ENOENT`) where the program cannot be started. */
export function runProcess(
  program: string,
  args: readonly string[],
  options: ProcessOptions & { readonly env: NodeJS.ProcessEnv },
): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: options.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      stdio: 'pipe',
      shell: false,
      windowsHide: true,
    });
    const stdout = collect(child.stdout, options.onLine);
    const stderr = collect(child.stderr, options.onLine);
    const release = endOnAbort((signal) => child.kill(signal), options.signal);
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('close', (code) => {
      release();
      resolve({ code, stdout: stdout(), stderr: stderr() });
    });
    // A process that ends without reading its input is told by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

function collect(stream: Readable, onLine: ((line: string) => void) | undefined): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    text = (text + chunk).slice(-KEPT);
  });
  if (onLine) createInterface({ input: stream }).on('line', onLine);
  return () => text;
}

/** Gives back what ends the watch over the signal. */
function endOnAbort(kill: (signal: NodeJS.Signals) => boolean, signal: AbortSignal | undefined): () => void {
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => {
    kill('SIGTERM');
    timer = setTimeout(() => kill('SIGKILL'), KILL_AFTER_MS);
  };
  if (signal?.aborted) end();
  else signal?.addEventListener('abort', end, { once: true });
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  };
}
