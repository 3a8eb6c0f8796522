import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ready, type Backend } from './backend.ts';

/** The registry's name upstream and in Debian. */
export const BINARIES: readonly string[] = ['registry', 'docker-registry'];

interface Binary {
  readonly path: string;
  readonly version: string;
  /** The PATH that it was found on. */
  readonly searchPath: string;
}

/** The first of `names` on the PATH that says it is the distribution registry: other programs are named so, too. */
export async function findBinary(names: readonly string[], env = process.env): Promise<Binary | null> {
  for (const path of names) {
    const said = await promisify(execFile)(path, ['--version'], { env, timeout: 5_000 }).catch(() => null);
    const version = /\/distribution(?:\/v\d+)?,? +v?([\w.+~-]+)/.exec(said?.stdout ?? '')?.[1];
    if (version !== undefined) return { path, version, searchPath: env['PATH'] ?? '' };
  }
  return null;
}

/** On a Unix socket that only this user can reach, so that no one gets past the proxy; JSON is YAML as well. */
const configuration = (directory: string, socketPath: string): string =>
  JSON.stringify({
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(directory, 'storage') } },
    http: { net: 'unix', addr: socketPath, relativeurls: true, secret: randomBytes(16).toString('hex') },
  });

interface Launched {
  readonly child: ChildProcess;
  /** How it ended; null while it runs. */
  readonly ended: () => string | null;
}

/** Its own environment: REGISTRY_* variables of ours would change its configuration. */
function launch({ path, searchPath }: Binary, file: string, directory: string): Launched {
  const env = { PATH: searchPath, HOME: directory, OTEL_TRACES_EXPORTER: 'none' };
  const child = spawn(path, ['serve', file], { env, cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  let end: string | null = null;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2_000)));
  child.once('error', (cause) => (end = `${path} did not start: ${cause.message}`));
  child.once('exit', (code, signal) => (end = `${path} ended with ${code ?? signal ?? 'no code'}: ${said.trim()}`));
  return { child, ended: () => end };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
  child.kill('SIGTERM');
  await exited;
  clearTimeout(late);
}

/** Its storage is a directory that lives as long as it does. Rejects, with nothing left behind, when it does not start. */
export async function startBinary(binary: Binary): Promise<Backend> {
  let launched: Launched | null = null;
  // Made and remembered in one go: an end that comes in between would leave it behind.
  const directory = mkdtempSync(join(tmpdir(), 'ecr-'));
  const abandon = (): void => {
    launched?.child.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  const upstream = { socketPath: join(directory, 'http.sock') };
  const file = join(directory, 'config.yml');
  await writeFile(file, configuration(directory, upstream.socketPath), { mode: 0o600 });
  const { child, ended } = (launched = launch(binary, file, directory));
  const close = async (): Promise<void> => {
    await stop(child);
    process.off('exit', abandon);
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await ready(upstream, ended);
  } catch (cause) {
    await close();
    throw cause;
  }
  return { upstream, name: `${binary.path} ${binary.version}`, close };
}
