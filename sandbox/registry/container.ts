import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { ready, type Backend } from './backend.ts';
import { type Upstream } from './upstream.ts';

const PULL_LIMIT_MS = 180_000;

type Docker = (args: readonly string[], timeout?: number) => Promise<string>;

/** What the client said, without its hint at `--help`. */
function said(cause: unknown): string {
  const text = typeof cause === 'object' && cause !== null && 'stderr' in cause ? String(cause.stderr) : String(cause);
  return text.replace(/\n+Run 'docker.*/s, '').trim();
}

/** The docker client under `env`, which may name another engine (DOCKER_HOST). */
const dockerWith =
  (env: NodeJS.ProcessEnv): Docker =>
  async (args, timeout = 30_000) => {
    try {
      return (await promisify(execFile)('docker', [...args], { env, timeout })).stdout.trim();
    } catch (cause) {
      throw new Error(`docker ${args[0] ?? ''} failed: ${said(cause)}`, { cause });
    }
  };

/** The version of the Docker engine that answers, or null. */
export const engineVersion = (env = process.env): Promise<string | null> =>
  dockerWith(env)(['version', '--format', '{{.Server.Version}}'], 5_000).catch(() => null);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no free port on 127.0.0.1');
  return address.port;
}

const SETTINGS = ['-e', 'REGISTRY_HTTP_RELATIVEURLS=true', '-e', 'OTEL_TRACES_EXPORTER=none'];

const run = (docker: Docker, name: string, options: readonly string[], image: string): Promise<string> =>
  docker(['run', '--detach', '--rm', '--name', name, ...SETTINGS, ...options, image], PULL_LIMIT_MS);

/** A published port; on an engine without a bridge, where none can be published, the host's network. */
async function launch(docker: Docker, name: string, image: string): Promise<Upstream> {
  await run(docker, name, ['--publish', '127.0.0.1::5000'], image);
  const published = await docker(['port', name, '5000/tcp']).catch(() => '');
  const port = /^127\.0\.0\.1:(\d+)$/m.exec(published)?.[1];
  if (port !== undefined) return { host: '127.0.0.1', port: Number(port) };
  await docker(['rm', '--force', '--volumes', name]).catch(() => undefined);
  const free = await freePort();
  await run(docker, name, ['--network', 'host', '-e', `REGISTRY_HTTP_ADDR=127.0.0.1:${free}`], image);
  return { host: '127.0.0.1', port: free };
}

/** `image` is pulled when the engine lacks it. Rejects, with nothing left behind, when it does not start. */
export async function startContainer(image: string, env = process.env): Promise<Backend> {
  const docker = dockerWith(env);
  const name = `sandbox-registry-${randomBytes(6).toString('hex')}`;
  const removal = ['rm', '--force', '--volumes', name];
  const remove = (): void => void spawnSync('docker', removal, { env, stdio: 'ignore', timeout: 10_000 });
  process.once('exit', remove);
  const close = async (): Promise<void> => {
    process.off('exit', remove);
    await docker(removal).catch(() => undefined);
  };
  try {
    const upstream = await launch(docker, name, image);
    await ready(upstream, () => null, 20_000);
    return { upstream, name: `the container image ${image}`, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}
