/** Which Docker engine is used: DOCKER_HOST, else the current docker context, else the usual socket. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Address, describeAddress, parseAddress, type Unusable } from './address.ts';
import { codeOf, connectTo, type Engine, saidBy, type Tls } from './engine.ts';
import { textAt } from './json-path.ts';
import { type Version, negotiate } from './version.ts';

export type Found =
  { readonly kind: 'engine'; readonly engine: Engine } | { readonly kind: 'none'; readonly reason: string };

const USUAL = 'unix:///var/run/docker.sock';
const CONTEXT_LIMIT_MS = 3_000;
const ANSWER_LIMIT_MS = 2_000;

/** Resolves with an engine that has answered, or with the reason why none is used. */
export async function findEngine(env: NodeJS.ProcessEnv = process.env): Promise<Found> {
  const verified = (env['DOCKER_TLS_VERIFY'] ?? '') !== '';
  const secure = verified || (env['DOCKER_CERT_PATH'] ?? '') !== '';
  const address = await addressOf(env, secure);
  if (address.kind === 'unusable') return { kind: 'none', reason: address.reason };
  try {
    const tls = address.kind === 'tcp' && address.tls ? await readTls(env, verified) : null;
    return await ask(address, tls);
  } catch (cause) {
    return { kind: 'none', reason: silence(address, cause) };
  }
}

async function addressOf(env: NodeJS.ProcessEnv, tls: boolean): Promise<Address | Unusable> {
  const given = env['DOCKER_HOST'] ?? '';
  return parseAddress(given !== '' ? given : ((await contextHost(env)) ?? USUAL), tls);
}

/** null where there is no docker client to ask. */
async function contextHost(env: NodeJS.ProcessEnv): Promise<string | null> {
  const args = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'];
  try {
    const { stdout } = await promisify(execFile)('docker', args, { env, timeout: CONTEXT_LIMIT_MS });
    return stdout.trim() || null;
  } catch {
    return null;
  }
}

/** As the docker client: the files of DOCKER_CERT_PATH; the engine's certificate is checked with DOCKER_TLS_VERIFY only. */
async function readTls(env: NodeJS.ProcessEnv, verified: boolean): Promise<Tls> {
  const directory = env['DOCKER_CERT_PATH'] ?? join(homedir(), '.docker');
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) => readFile(join(directory, name))),
  );
  return { rejectUnauthorized: verified, ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}

async function ask(address: Address, tls: Tls | null): Promise<Found> {
  const connection = connectTo(address, tls);
  try {
    const answer = await connection.call('GET', '/version', { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
    const version: Version = {
      engine: textAt(answer, 'Version'),
      api: textAt(answer, 'ApiVersion'),
      least: textAt(answer, 'MinAPIVersion'),
      os: textAt(answer, 'Os'),
    };
    const api = negotiate(version);
    if ('reason' in api) {
      await connection.close();
      return { kind: 'none', reason: `The Docker engine at ${describeAddress(address)} is not used: ${api.reason}` };
    }
    const { call, open, close } = connection;
    const engine: Engine = {
      version: version.engine,
      address,
      call: (method, path, options) => call(method, `/v${api.version}${path}`, options),
      open: (method, path, options) => open(method, `/v${api.version}${path}`, options),
      close,
    };
    return { kind: 'engine', engine };
  } catch (cause) {
    await connection.close();
    throw cause;
  }
}

function silence(address: Address, cause: unknown): string {
  const repair = codeOf(cause) === 'EACCES' ? ' This user may not use it: its group (`docker`) has to be joined.' : '';
  return `No Docker engine answers at ${describeAddress(address)}: ${saidBy(cause)}.${repair}`;
}
