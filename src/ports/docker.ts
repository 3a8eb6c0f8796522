/** What the project asks of Docker: the client on the PATH, started with argument arrays and never through a shell. */
import { type Builder, readBuilder } from './docker/builder.ts';
import { type DockerConfig, isolateConfig, leavingNoFolder } from './docker/config.ts';
import { headOf } from './docker/head.ts';
import { lookAt, type PathKind } from './docker/path.ts';
import { type ProcessOptions, type ProcessResult, runProcess } from './docker/process.ts';

export { type Builder } from './docker/builder.ts';
export { type DockerConfig, removeDockerConfig } from './docker/config.ts';
export { type ProcessOptions, type ProcessResult } from './docker/process.ts';

export interface DockerPort {
  /** Runs `docker …args`. A code other than 0 is an answer, not an error. Throws only where no client can be started. */
  run(args: readonly string[], options?: ProcessOptions): Promise<ProcessResult>;
  /** Whether a build can be made here. Asked once: a ready engine is remembered. */
  state(): Promise<DockerState>;
  /** The buildx builder of that name, or the one in use; `none` without buildx. Asked once for each name. */
  builder(name: string | null): Promise<Builder>;
  /**
   * A Docker configuration of our own in a new folder below `parent` (mode 700), that knows what the user's knows but
   * nothing of `registry`. Remove it with `removeDockerConfig`.
   */
  isolate(parent: string, registry: string): Promise<DockerConfig>;
  lookAt(path: string): Promise<PathKind>;
  /** The commit that is checked out where a folder lies; null where Git tells none. */
  headOf(folder: string): Promise<string | null>;
}

export type DockerState =
  /** `buildx`: its version, null where the client has none. */
  | { readonly kind: 'ready'; readonly engine: string; readonly buildx: string | null }
  | { readonly kind: 'no-client' }
  | { readonly kind: 'no-engine'; readonly why: string };

/** @param given the environment that the client gets, and where `DOCKER_CONFIG` and `HOME` are looked up */
export function createDocker(given: NodeJS.ProcessEnv = process.env): DockerPort {
  let ready: DockerState | null = null;
  const builders = new Map<string | null, Promise<Builder>>();
  const environment = withoutInputs(given);
  const run: DockerPort['run'] = (args, options = {}) =>
    runProcess('docker', args, { ...options, env: { ...environment, ...options.env } });
  const state = async (): Promise<DockerState> => {
    const answer = ready ?? (await askState(run));
    if (answer.kind === 'ready') ready = answer;
    return answer;
  };
  return {
    run,
    state,
    builder: (name) => {
      const asked = builders.get(name) ?? leavingNoFolder(environment, (env) => askBuilder({ run, state }, name, env));
      builders.set(name, asked);
      return asked;
    },
    isolate: (parent, registry) => isolateConfig(parent, registry, environment),
    lookAt,
    headOf: (folder) => headOf(folder, environment),
  };
}

/** The step's inputs hold the build secrets: no process of Docker needs them under those names. */
function withoutInputs(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.toUpperCase().startsWith('INPUT_')));
}

async function askBuilder(
  { run, state }: Pick<DockerPort, 'run' | 'state'>,
  name: string | null,
  env: NodeJS.ProcessEnv,
): Promise<Builder> {
  try {
    const args = ['--debug', 'buildx', 'inspect', ...(name === null ? [] : [name])];
    const { code, stdout, stderr } = await run(args, { env, signal: AbortSignal.timeout(ASK_LIMIT_MS) });
    if (code === 0) return readBuilder(stdout);
    const answer = await state();
    const none = answer.kind !== 'ready' || answer.buildx === null;
    return none ? { kind: 'none' } : { kind: 'missing', name, why: buildxError(stderr) };
  } catch (error) {
    if (isMissing(error)) return { kind: 'none' };
    throw error;
  }
}

/** With `--debug`, buildx prints where in its source an error arose, behind the error itself. */
function buildxError(stderr: string): string {
  return /^ERROR: (.+)$/m.exec(stderr)?.[1] ?? lastLine(stderr);
}

/** An engine behind a network that swallows packets would otherwise keep the run until the connection times out. */
const ASK_LIMIT_MS = 20_000;

async function askState(run: DockerPort['run']): Promise<DockerState> {
  try {
    const limit = { signal: AbortSignal.timeout(ASK_LIMIT_MS) };
    const [server, buildx] = await Promise.all([
      run(['version', '--format', '{{.Server.Version}}'], limit),
      run(['buildx', 'version'], limit),
    ]);
    const engine = server.stdout.trim();
    const late = `it did not answer within ${ASK_LIMIT_MS / 1000} s.`;
    if (server.code !== 0 || engine === '') return { kind: 'no-engine', why: lastLine(server.stderr) || late };
    const [, version] = /\bv?(\d+\.\d+\S*)/.exec(buildx.code === 0 ? buildx.stdout : '') ?? [];
    return { kind: 'ready', engine, buildx: version ?? null };
  } catch (error) {
    if (isMissing(error)) return { kind: 'no-client' };
    throw error;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

function isMissing(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'EACCES';
}
