import { createServer } from 'node:http';
import { type Served } from './balancer/balancer.ts';
import { listenerPorts } from './balancer/ports.ts';
import { type Clock, realClock } from './clock.ts';
import { createCallLog } from './control/calls.ts';
import { createFaults } from './control/faults.ts';
import { seededRandom } from './ids.ts';
import { type Sandbox } from './operation.ts';
import { operationNames, operations } from './operations/operations.ts';
import { closeServer, type HttpContext, listen, requestListener } from './protocol/http.ts';
import { startRegistry } from './registry/registry.ts';
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
  /** `auto` runs an image registry where one is installed; `none` leaves it out. */
  readonly registry?: 'auto' | 'none';
  /** `ports`: listeners answer on the loopback; `paper` (the default): they do not. */
  readonly listeners?: 'ports' | 'paper';
  /** Which real port a listener's takes; free ones for the others. */
  readonly listenerPorts?: ReadonlyMap<number, number>;
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
  const sandbox = sandboxOf(options, settings);
  const registry = await startRegistry(sandbox, { mode: options.registry ?? 'auto', log });
  const registryUrl = registry && `http://${registry.host}`;
  const context: HttpContext = {
    sandbox,
    operations,
    operationNames,
    registryUrl,
    log,
    faults: createFaults(() => sandbox.clock.now()),
    calls: createCallLog(),
    changeSettings: (patch) => Object.assign(settings, patch),
  };
  const server = createServer(requestListener(context));
  try {
    const port = await listen(server, options.port ?? 0);
    const close = async (): Promise<void> => {
      await closeServer(server);
      await sandbox.balancer.close();
      await registry?.close();
    };
    return { url: `http://127.0.0.1:${port}`, registryUrl, sandbox, close };
  } catch (cause) {
    await registry?.close();
    throw cause;
  }
}

function sandboxOf(options: SandboxOptions, settings: Settings): Sandbox {
  return createSandbox({
    world: createWorld({ account: options.account ?? '123456789012', region: options.region ?? 'eu-west-1' }),
    clock: options.clock ?? realClock(options.speed),
    settings,
    random: options.seed === undefined ? Math.random : seededRandom(options.seed),
    ...(options.listeners === 'ports' && {
      balancer: (served: Served) =>
        listenerPorts(served, { fixed: options.listenerPorts ?? new Map(), log: options.log ?? (() => undefined) }),
    }),
  });
}
