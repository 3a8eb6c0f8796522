/** A sandbox in a process of its own, as `npm run sandbox` starts it: its CPU and memory are not the bench's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable } from 'node:stream';

export interface SandboxProcess {
  readonly url: string;
  /** Real milliseconds from its spawn until it answered. */
  readonly startMs: number;
  /** What it has logged: the end of it. */
  log(): string;
  /** Ends it; resolves to the most memory it had, resident. A second call gets the same. */
  close(): Promise<Ended>;
}

interface Ended {
  readonly rssMiB: number;
}

const root = join(import.meta.dirname, '..');
const script = join(root, 'sandbox/main.ts');
const preload = join(import.meta.dirname, 'start/usage.cjs');

/** What Node.js is given by `npm run sandbox`. */
export async function sandboxFlags(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: { sandbox: string };
  };
  return scripts.sandbox.split(' ').filter((word) => word.startsWith('--'));
}

/** Of the log, in characters. */
const LOG_KEPT = 20_000;

/** `args` beside the port, which is a free one. Rejects with what it wrote where it does not start. */
export async function sandboxProcess(args: readonly string[]): Promise<SandboxProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-sandbox-'));
  const usage = join(folder, 'usage.json');
  const node = [...(await sandboxFlags()), '--require', preload];
  const begun = performance.now();
  const child = spawn(process.execPath, [...node, script, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, BENCH_USAGE: usage },
  });
  const log = lastOf(child.stderr);
  try {
    const url = await greeting(child, log);
    const startMs = performance.now() - begun;
    let ended: Promise<Ended> | null = null;
    return { url, startMs, log, close: () => (ended ??= end(child, folder, usage)) };
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

function lastOf(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (piece: string) => {
    text = (text + piece).slice(-LOG_KEPT);
  });
  return () => text;
}

async function end(child: ChildProcess, folder: string, usage: string): Promise<Ended> {
  try {
    if (child.exitCode === null && child.signalCode === null) {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    }
    const { maxRSS } = JSON.parse(await readFile(usage, 'utf8')) as { maxRSS: number }; // usage.cjs wrote it
    return { rssMiB: maxRSS / 1024 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function greeting(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((found, fail) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      const match = /AWS_ENDPOINT_URL=(\S+)\n/.exec(text)?.[1];
      if (match !== undefined) found(match);
    });
    child.on('error', fail).on('close', (code) => {
      fail(new Error(`The sandbox ended with ${String(code)}:\n${text}${log()}`));
    });
  });
}
