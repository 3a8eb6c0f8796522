/**
 * A throw-away Docker engine for CI and for developers who are root on Linux (Debian: `apt-get install docker.io`):
 *
 *   node scripts/engine.ts                      prints its DOCKER_HOST and runs until SIGINT or SIGTERM
 *   node scripts/engine.ts -- npm test          runs the command with that DOCKER_HOST, then ends with its exit code
 *
 * It needs the Node 24 that comes with the dependencies: `PATH=$PWD/node_modules/.bin:$PATH`.
 *
 * Everything it has lies in one temporary directory. It touches no iptables and makes no bridge of its own, so containers have the
 * loopback alone, the host's network, or one that is made for them; a `RUN` in a Dockerfile cannot reach the internet.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Engine {
  /** `unix:///…/docker.sock`: the value for DOCKER_HOST. */
  readonly host: string;
  readonly storageDriver: string;
  close(): Promise<void>;
}

/** overlay2 does not work on every file system, vfs does; it copies whole layers. */
const STORAGE_DRIVERS = ['overlay2', 'vfs'];
const START_LIMIT_MS = 30_000;

const flags = (directory: string, storageDriver: string): string[] => [
  `--data-root=${join(directory, 'data')}`,
  `--exec-root=${join(directory, 'exec')}`,
  `--pidfile=${join(directory, 'pid')}`,
  `--host=unix://${join(directory, 'docker.sock')}`,
  `--storage-driver=${storageDriver}`,
  '--iptables=false',
  '--ip6tables=false',
  '--bridge=none',
];

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const ping = request({ socketPath, path: '/_ping', timeout: 1_000 }, (response) => {
      resolve(response.resume().statusCode === 200);
    });
    ping.once('error', () => {
      resolve(false);
    });
    ping.once('timeout', () => ping.destroy()).end();
  });
}

const running = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

/** dockerd ends its containers and its containerd before itself. */
async function stop(child: ChildProcess): Promise<void> {
  if (!running(child)) return;
  const exited = once(child, 'exit');
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
  child.kill('SIGTERM');
  await exited;
  clearTimeout(late);
}

/** dockerd leaves network namespaces mounted (`exec/netns/default`); a mounted directory cannot be removed. */
async function unmount(directory: string): Promise<void> {
  const table = await readFile('/proc/mounts', 'utf8').catch(() => '');
  const points = table.split('\n').map((line) => line.split(' ')[1] ?? '');
  for (const point of points.filter((one) => one.startsWith(`${directory}/`)).reverse()) {
    await once(spawn('umount', [point], { stdio: 'ignore' }), 'close');
  }
}

async function attempt(storageDriver: string): Promise<Engine> {
  const directory = await mkdtemp(join(tmpdir(), 'engine-'));
  const log = join(directory, 'log');
  const output = openSync(log, 'a', 0o600);
  const child = spawn('dockerd', flags(directory, storageDriver), { stdio: ['ignore', output, output] });
  closeSync(output);
  let fault = '';
  child.once('error', (cause) => (fault = cause.message));
  const close = async (): Promise<void> => {
    await stop(child);
    await unmount(directory);
    await rm(directory, { recursive: true, force: true });
  };
  const socketPath = join(directory, 'docker.sock');
  const until = Date.now() + START_LIMIT_MS;
  while (Date.now() < until && fault === '') {
    if (await answers(socketPath)) return { host: `unix://${socketPath}`, storageDriver, close };
    if (child.exitCode !== null) break;
    await sleep(100);
  }
  const said = (await readFile(log, 'utf8')).trim().split('\n').slice(-3).join('\n');
  await close();
  throw new Error(`dockerd with ${storageDriver} did not start: ${fault || said || 'no answer in time'}`);
}

/** Rejects, with nothing left behind, when dockerd is absent, may not run (it needs root), or starts with no driver. */
export async function startEngine(): Promise<Engine> {
  const faults: string[] = [];
  for (const driver of STORAGE_DRIVERS) {
    try {
      return await attempt(driver);
    } catch (cause) {
      faults.push(cause instanceof Error ? cause.message : String(cause));
    }
  }
  throw new Error(`${faults.join('\n')}\nIt needs root on Linux, and dockerd (on Debian: apt-get install docker.io).`);
}

/** Listened for from the start: an engine that is just starting must be stopped as well. */
const interruption = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        resolve(signal);
      });
    }
  });

type Command = readonly [string, ...string[]];

/** The command's exit code; 1 when a signal ended it or it could not be started. SIGINT and SIGTERM are passed on. */
function runCommand([command, ...args]: Command, host: string, interrupted: Promise<NodeJS.Signals>): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, DOCKER_HOST: host } });
  void interrupted.then((signal) => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', (cause) => {
      console.error(`${command} could not be run: ${cause.message}`);
      resolve(1);
    });
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

async function main([separator, command, ...args]: readonly string[]): Promise<number> {
  if (separator !== undefined && (separator !== '--' || command === undefined)) {
    console.error('Usage: node scripts/engine.ts [-- command argument…]');
    return 2;
  }
  const interrupted = interruption();
  const engine = await startEngine();
  try {
    if (command !== undefined) return await runCommand([command, ...args], engine.host, interrupted);
    console.log(engine.host);
    await interrupted;
    return 0;
  } finally {
    await engine.close();
  }
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2)).catch((cause: unknown) => {
    console.error(cause instanceof Error ? cause.message : cause);
    return 1;
  });
}
