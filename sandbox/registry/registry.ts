import { type Server } from 'node:http';
import { type Sandbox } from '../operation.ts';
import { type Backend } from './backend.ts';
import { BINARIES, findBinary, startBinary } from './binary.ts';
import { engineVersion, startContainer } from './container.ts';
import { createProxy } from './proxy.ts';
import { linkRegistry, type RegistryLink } from './state.ts';
import { send } from './upstream.ts';

export interface RegistryOptions {
  /** `none`: images exist in the API only, and nothing can be pushed or pulled. */
  readonly mode: 'auto' | 'none';
  readonly log: (line: string) => void;
  /** Programs to look for on the PATH. */
  readonly binaries?: readonly string[];
  /** The container image where there is no such program; also SANDBOX_REGISTRY_IMAGE. */
  readonly image?: string;
  /** Where PATH, DOCKER_HOST and SANDBOX_REGISTRY_IMAGE are read; the process's own when not given. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface Registry {
  /** `127.0.0.1:port`, as in the repositories' URIs. */
  readonly host: string;
  close(): Promise<void>;
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause)).trim();

async function fromBinary(options: RegistryOptions): Promise<Backend | null> {
  const binary = await findBinary(options.binaries ?? BINARIES, options.env);
  return binary ? startBinary(binary) : null;
}

async function fromContainer(options: RegistryOptions): Promise<Backend | null> {
  if ((await engineVersion(options.env)) === null) return null;
  const { env = process.env } = options;
  return startContainer(options.image ?? env['SANDBOX_REGISTRY_IMAGE'] ?? 'registry:2', env);
}

/** The first that starts; null, and one line that says why, when none does. */
async function startBackend(options: RegistryOptions): Promise<Backend | null> {
  const faults: string[] = [];
  for (const start of [fromBinary, fromContainer]) {
    try {
      const backend = await start(options);
      if (backend) return backend;
    } catch (cause) {
      faults.push(reason(cause).replace(/\s+/g, ' '));
    }
  }
  const why = faults.length > 0 ? faults.join('; ') : 'neither a registry program nor a Docker engine is there';
  options.log(`No image registry (${why}): images cannot be pushed or pulled. Debian's package is docker-registry.`);
  return null;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the registry proxy has no port');
  return `127.0.0.1:${address.port}`;
}

const linkTo = ({ upstream }: Backend, host: string): RegistryLink => ({
  host,
  async putManifest(repository, reference, manifest, mediaType) {
    const path = `/v2/${repository}/manifests/${reference}`;
    const body = Buffer.from(manifest);
    const headers = { 'content-type': mediaType, 'content-length': String(body.length) };
    return (await send(upstream, { method: 'PUT', path, headers, body })).status === 201;
  },
});

/**
 * Starts a real image registry behind ECR's log-in and makes its address known to the ECR operations of the same world.
 * Null when `mode` is `none` or nothing is there to run; `log` then has the reason.
 */
export async function startRegistry(sandbox: Sandbox, options: RegistryOptions): Promise<Registry | null> {
  const backend = options.mode === 'auto' ? await startBackend(options) : null;
  if (!backend) return null;
  const server = createProxy(sandbox, backend.upstream);
  try {
    const host = await listen(server);
    linkRegistry(sandbox.world, linkTo(backend, host));
    options.log(`Image registry on ${host} (${backend.name})`);
    const close = async (): Promise<void> => {
      linkRegistry(sandbox.world, null);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await backend.close();
    };
    return { host, close };
  } catch (cause) {
    await backend.close();
    throw cause;
  }
}
