/** A sandbox in a process of its own, as `npm run sandbox` starts it: its CPU and memory are not the bench's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SandboxProcess {
  readonly url: string;
  /** Real milliseconds from its spawn until it answered. */
  readonly startMs: number;
  /** Ends it; resolves to the most memory it had, resident. */
  close(): Promise<{ readonly rssMiB: number }>;
}

const script = join(import.meta.dirname, '../sandbox/main.ts');
const preload = join(import.meta.dirname, 'start/usage.cjs');

/** `args` beside the port, which is a free one. Rejects with what it wrote where it does not start. */
export async function sandboxProcess(args: readonly string[]): Promise<SandboxProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-sandbox-'));
  const usage = join(folder, 'usage.json');
  const begun = performance.now();
  const child = spawn(process.execPath, ['--require', preload, script, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, BENCH_USAGE: usage },
  });
  const url = await greeting(child);
  const startMs = performance.now() - begun;
  return {
    url,
    startMs,
    async close() {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
      const { maxRSS } = JSON.parse(await readFile(usage, 'utf8')) as { maxRSS: number }; // usage.cjs wrote it
      await rm(folder, { recursive: true, force: true });
      return { rssMiB: maxRSS / 1024 };
    },
  };
}

function greeting(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      const match = /AWS_ENDPOINT_URL=(\S+)\n/.exec(text)?.[1];
      if (match !== undefined) found(match);
    });
    child.on('error', fail).on('exit', (code) => {
      fail(new Error(`The sandbox ended with ${String(code)}:\n${text}`));
    });
  });
}
