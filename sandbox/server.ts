import { createServer } from 'node:http';
import { type Clock, realClock } from './clock.ts';
import { createCallLog } from './control/calls.ts';
import { createFaults } from './control/faults.ts';
import { maskBody } from './control/mask.ts';
import { createRateLimiter } from './control/rate-limits.ts';
import { type HookCommand } from './hooks/command.ts';
import { commandHooks } from './hooks/commands.ts';
import { type HookRunner, noHooks } from './hooks/runner.ts';
import { seededRandom, uuid } from './ids.ts';
import { type Sandbox } from './operation.ts';
import { operationNames, operations } from './operations/operations.ts';
import { closeServer, type HttpContext, listen, logMalformed, requestListener } from './protocol/http.ts';
import { startRegistry } from './registry/registry.ts';
import { chooseRuntime, type TaskMode } from './runtime/choose.ts';
import { createSandbox } from './sandbox.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { createWorld } from './world/world.ts';

export interface SandboxOptions {
  /** 0 or absent: a free one. */
  readonly port?: number;
  readonly account?: string;
  readonly region?: string;
  /** The same ids for the same seed and the same calls. */
  readonly seed?: number;
  readonly clock?: Clock;
  /** How much faster than real time, when no clock is given. */
  readonly speed?: number;
  readonly settings?: Partial<Settings>;
  /** What runs tasks; absent: nothing does, they are simulated. */
  readonly tasks?: TaskMode;
  /** What a container is really made of for a definition's image; absent: that image. */
  readonly images?: (reference: string) => string;
  /** `auto` runs an image registry where one is installed; `none` leaves it out. */
  readonly registry?: 'auto' | 'none';
  /** Local commands in place of Lambda functions, by their names. Nothing that comes over HTTP can set them. */
  readonly hooks?: ReadonlyMap<string, HookCommand>;
  /** Throttles calls by token buckets, as AWS does. */
  readonly rateLimits?: boolean;
  readonly log?: (line: string) => void;
}

export interface RunningSandbox {
  /** `http://127.0.0.1:PORT`: what goes into AWS_ENDPOINT_URL. */
  readonly url: string;
  readonly registryUrl: string | null;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/** Starts an emulated AWS account on the loopback. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const log = options.log ?? (() => undefined);
  const settings: Settings = { ...defaultSettings, ...options.settings };
  let url = '';
  const hooks = hooksOf(options, log, () => url);
  const sandbox = await sandboxOf(options, settings, hooks, log);
  const registry = await startRegistry(sandbox, { mode: options.registry ?? 'auto', log });
  const registryUrl = registry && `http://${registry.host}`;
  const context: HttpContext = {
    sandbox,
    operations,
    operationNames,
    registryUrl,
    log,
    faults: createFaults(() => sandbox.clock.now()),
    calls: createCallLog(maskBody),
    rateLimits: createRateLimiter(options.rateLimits ?? false, () => sandbox.clock.now()),
    nextRequestId: requestIds(options.seed),
    changeSettings: (patch) => Object.assign(settings, patch),
  };
  const server = createServer(requestListener(context));
  logMalformed(server, log);
  try {
    const port = await listen(server, options.port ?? 0);
    url = `http://127.0.0.1:${port}`;
    const close = async (): Promise<void> => {
      await closeServer(server);
      await sandbox.runtime.close();
      await hooks.close();
      await registry?.close();
    };
    return { url, registryUrl, sandbox, close };
  } catch (cause) {
    await registry?.close();
    throw cause;
  }
}

function hooksOf({ hooks, region = 'eu-west-1' }: SandboxOptions, log: (line: string) => void, endpoint: () => string) {
  return hooks && hooks.size > 0 ? commandHooks(hooks, { region, endpoint, log }) : noHooks;
}

/** A sequence of its own: the ids of what is made do not depend on how often someone looked. */
function requestIds(seed: number | undefined): () => string {
  const random = seed === undefined ? Math.random : seededRandom(seed ^ 0x5f3759df);
  return () => uuid(random);
}

async function sandboxOf(
  options: SandboxOptions,
  settings: Settings,
  hooks: HookRunner,
  log: (line: string) => void,
): Promise<Sandbox> {
  const { tasks: mode = 'simulated', images } = options;
  const clock = options.clock ?? realClock(options.speed);
  const world = createWorld({ account: options.account ?? '123456789012', region: options.region ?? 'eu-west-1' });
  return createSandbox({
    world,
    clock,
    settings,
    hooks,
    runtime: await chooseRuntime({ mode, clock, settings, world, images, log }),
    random: options.seed === undefined ? Math.random : seededRandom(options.seed),
  });
}
